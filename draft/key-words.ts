// The BCP 14 words in a sentence: only in capitals do they have their special meaning (RFC 2119, RFC 8174).
import type { KeyLevel } from './model.ts'

const word =
  /\b(?:MUST NOT|MUST|REQUIRED|SHALL NOT|SHALL|SHOULD NOT|SHOULD|NOT RECOMMENDED|RECOMMENDED|MAY|OPTIONAL)\b/g

const levelOf: readonly (readonly [RegExp, KeyLevel])[] = [
  [/^(?:MUST|SHALL|REQUIRED)/, 'MUST'],
  [/^(?:SHOULD|(?:NOT )?RECOMMENDED)/, 'SHOULD'],
  [/^(?:MAY|OPTIONAL)/, 'MAY'],
]

/** The words as written, in order. */
export function keyWordsIn(text: string): readonly string[] {
  return text.match(word) ?? []
}

/** The strongest level that any of the words gives. */
export function levelOfAll(words: readonly string[]): KeyLevel | undefined {
  return levelOf.find(([pattern]) => words.some((one) => pattern.test(one)))?.[1]
}
