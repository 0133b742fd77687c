// Types and marks as figures write them, brought into one spelling.
import type { Shape } from '../model.ts'
import type { Token } from './tokens.ts'

/** The words of a type with a space only where the figure has some. */
export function typeOf(words: readonly Token[]): string {
  return words.map(({ text, apart }, index) => (apart && index > 0 ? ` ${text}` : text)).join('')
}

/** `T[]`, `array of T`, `Array<T>` and `List<T>` as arrays, any other type as it is. */
export function arrayIn(type: string): Shape {
  const item =
    /^(.+?)\s*\[\s*\]$/.exec(type)?.[1] ??
    /^(?:an?\s+)?(?:array|list|vector|sequence)\s+of\s+(.+)$/i.exec(type)?.[1] ??
    /^(?:Array|List|Vec|Vector)\s*<\s*(.+?)\s*>$/.exec(type)?.[1]
  return item === undefined ? { type } : { type: 'array', items: { type: item } }
}

/** A member's words without the marks that make it optional: `optional`, `(optional)`, `[optional]`, `?`. */
export function withoutOptional(words: readonly Token[]): {
  readonly rest: readonly Token[]
  readonly optional: boolean
} {
  // `optional<T>` is T.
  const opened = words.findIndex(({ text }, index) => text === '<' && isOptional(words[index - 1]?.text))
  const closed = words.findIndex(({ text }, index) => opened !== -1 && index > opened && text === '>')
  const rest = words.filter(
    ({ text }, index) =>
      index !== opened &&
      (index !== closed || opened === -1) &&
      !isOptional(text) &&
      !/^(?:required|\?)$/i.test(text) &&
      !(/^[([]$/.test(text) && isOptional(words[index + 1]?.text)) &&
      !(/^[)\]]$/.test(text) && isOptional(words[index - 1]?.text)),
  )
  return { rest, optional: words.some(({ text }) => isOptional(text) || text === '?') }
}

function isOptional(text: string | undefined): boolean {
  return /^optional$/i.test(text ?? '')
}
