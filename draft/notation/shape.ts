// Reads a type or an object of a figure: JSON-like objects, TLS structs and what lies between them.
import type { Member, Shape } from '../model.ts'
import type { Token, Tokens } from './tokens.ts'
import { arrayIn, typeOf, withoutOptional } from './types.ts'

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' }

/** One shape; the tokens behind it are left. An object that is never closed ends with the figure. */
export function readShape(tokens: Tokens): Shape {
  skipComments(tokens)
  if (tokens.take('{')) return { type: 'object', members: readMembers(tokens, '}') }
  if (tokens.take('[')) return arrayOf(readItems(tokens))
  if (tokens.is('struct') && tokens.peek(1)?.text === '{') {
    tokens.next()
    return readShape(tokens)
  }
  const words = readWords(tokens)
  if (!tokens.is('{')) return arrayIn(typeOf(words))
  const object = readShape(tokens)
  return /\b(?:array|list|vector|sequence)\b/i.test(typeOf(words)) ? arrayOf(object) : object
}

/** Members up to the closing mark, which is taken. */
export function readMembers(tokens: Tokens, end: string): readonly Member[] {
  const members: Member[] = []
  let notes: string[] = []
  for (let token = tokens.peek(); token !== undefined; token = tokens.peek()) {
    if (tokens.take(end)) break
    if (token.kind === 'comment') {
      tokens.next()
      // Beside a member it speaks of that one, on a line of its own of the next.
      const last = members.at(-1)
      if (token.first || last === undefined) notes.push(token.text)
      else members[members.length - 1] = noted(last, [token.text])
    } else if (tokens.is('...', '…', ',', ';', '}', ']')) tokens.next()
    else if (tokens.is('[') && !isMark(tokens.peek(1))) {
      tokens.next()
      members.push(...readMembers(tokens, ']').map((member) => ({ ...member, optional: true })))
    } else if (tokens.is('select')) {
      members.push(...readSelect(tokens))
    } else {
      const member = readMember(tokens)
      if (member !== undefined) members.push(noted(member, notes))
      notes = []
    }
  }
  return members
}

function readMember(tokens: Tokens): Member | undefined {
  const words: Token[] = []
  while (tokens.peek() !== undefined && !tokens.is(':', '=', ',', ';', '{', '}') && !endsLine(tokens, words)) {
    const token = tokens.next()
    if (token !== undefined) words.push(token)
  }
  const { rest, optional } = withoutOptional(words)
  // `bool accounts:` with the next member below is a slip for a semicolon.
  if (
    tokens.is(':') &&
    rest.length > 1 &&
    tokens.peek(1)?.first === true &&
    !/^[{[]$/.test(tokens.peek(1)?.text ?? '')
  ) {
    tokens.next()
    return structMember(rest, optional)
  }
  // `"end"; number` is a slip for a colon; `uint8 end;` is a struct's way to say it.
  const slip = tokens.is(';') && rest.length === 1 && tokens.peek(1)?.first === false && tokens.peek(1)?.kind === 'word'
  if (tokens.is(':', '=') || slip) {
    tokens.next()
    const name = rest.at(-1)?.text
    return name === undefined ? undefined : memberOf(name, readShape(tokens), optional)
  }
  if (tokens.is('{')) {
    const shape = readShape(tokens)
    // `struct { … } name;` names the member behind its shape.
    const name = rest.some(({ text }) => text !== 'struct') ? rest.at(-1) : tokens.next()
    return name === undefined ? undefined : memberOf(name.text, shape, optional)
  }
  if (rest.length < 2) return rest[0]?.kind === 'word' ? memberOf(rest[0].text, { type: '' }, optional) : undefined
  return structMember(rest, optional)
}

/** `uint16 name`, `opaque name<V>`, `KeyPackage name<0..255>`, `uint8 name[32]`. */
function structMember(words: readonly Token[], optional: boolean): Member | undefined {
  const suffix = words.findIndex(({ text }, index) => index > 1 && (text === '<' || text === '['))
  const named = suffix === -1 ? words : words.slice(0, suffix)
  const name = named.at(-1)
  const type = typeOf(named.slice(0, -1))
  if (name?.kind !== 'word') return undefined
  if (suffix === -1) return memberOf(name.text, arrayIn(type), optional)
  const isOctets = /^(?:opaque|uint8)$/.test(type)
  return memberOf(name.text, isOctets ? { type: `${type}${typeOf(words.slice(suffix))}` } : arrayOf({ type }), optional)
}

/** The members of every case: each is there in its case only. */
function readSelect(tokens: Tokens): readonly Member[] {
  while (tokens.peek() !== undefined && !tokens.take('{')) tokens.next()
  const members: Member[] = []
  while (tokens.peek() !== undefined && !tokens.take('}')) {
    if (tokens.take('case', 'default')) {
      while (tokens.peek() !== undefined && !tokens.take(':')) tokens.next()
    } else if (tokens.take('struct')) {
      tokens.take('{')
      members.push(...readMembers(tokens, '}'))
    } else if (tokens.is(';', ',') || tokens.peek()?.kind === 'comment') tokens.next()
    else {
      const member = readMember(tokens)
      if (member !== undefined) members.push(member)
    }
  }
  return members.map((member) => ({ ...member, optional: true }))
}

function readItems(tokens: Tokens): Shape {
  let items: Shape | undefined
  while (tokens.peek() !== undefined && !tokens.take(']')) {
    if (tokens.is(',', '...', '…', ';', '}') || tokens.peek()?.kind === 'comment') tokens.next()
    else items ??= readShape(tokens)
  }
  return items ?? { type: '' }
}

/** The words of a type, up to what separates members; inside brackets nothing does. */
function readWords(tokens: Tokens): readonly Token[] {
  const words: Token[] = []
  const open: string[] = []
  for (let token = tokens.peek(); token !== undefined; token = tokens.peek()) {
    if (open.length === 0) {
      if (token.kind === 'comment' || (token.first && words.length > 0)) break
      if (tokens.is(',', ';', '}', ']', '{')) break
    }
    const close = closing[token.text]
    if (close !== undefined) open.push(close)
    else if (token.text === open.at(-1)) open.pop()
    words.push(token)
    tokens.next()
  }
  return words
}

function memberOf(name: string, shape: Shape, optional: boolean): Member {
  const type = shape.type
  const mark = /^optional\b[ :]*(?=\S)|[ (,[]*\boptional\b[)\]]?$|\?$|\s*\|\s*null$|\s+or\s+null$/i
  const inner = /^optional\s*<\s*(.*?)\s*>$/i.exec(type)?.[1]
  const bare = inner ?? type.replace(mark, '').trim()
  const found = bare === type ? shape : { ...shape, ...arrayIn(bare) }
  return { name: name.replace(/\?$/, ''), optional: optional || bare !== type || name.endsWith('?'), ...found }
}

function noted(member: Member, notes: readonly string[]): Member {
  const all = [...(member.note === undefined ? [] : [member.note]), ...notes].filter((text) => text !== '')
  if (all.length === 0) return member
  const note = all.join(' ')
  const conditional = /\b(?:optional|absent)\b|\b(?:required|present|only|given)\s+(?:only\s+)?(?:when|if|for)\b/i.test(
    note,
  )
  return { ...member, optional: member.optional || conditional, note }
}

function arrayOf(items: Shape): Shape {
  return { type: 'array', items }
}

function isMark(token: Token | undefined): boolean {
  return /^optional$/i.test(token?.text ?? '')
}

function endsLine(tokens: Tokens, words: readonly Token[]): boolean {
  const token = tokens.peek()
  return token?.kind === 'comment' || (words.length > 0 && token?.first === true)
}

function skipComments(tokens: Tokens): void {
  while (tokens.peek()?.kind === 'comment') tokens.next()
}
