// Tells a mended misspelling from another word: by how little changed, and by which of the two words the texts use.
import type { Replacement } from './runs.ts'
import { isMarker } from './scope.ts'
import { isLight, keysIn } from './words.ts'

/** How often each word occurs in a text. */
export type Vocabulary = ReadonlyMap<string, number>

export function vocabularyOf(texts: readonly { readonly text: string }[]): Vocabulary {
  const counts = new Map<string, number>()
  for (const { text } of texts) for (const key of keysIn(text)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export interface Vocabularies {
  readonly old: Vocabulary
  readonly now: Vocabulary
}

/** Whether the words that went are those that came, misspelt: or the other way round. */
export function isSpelling({ removed, added }: Replacement, { old, now }: Vocabularies): boolean {
  const before = keysIn(removed)
  const after = keysIn(added)
  if (before.length === 0 || after.length === 0) return false
  if (before.length !== after.length) return false
  return before.every((word, index) => {
    const other = after[index] ?? ''
    if (word === other) return true
    if (!isNear(word, other)) return false
    return isMended([word, other], { old, now }) || isMended([other, word], { old: now, now: old })
  })
}

/** The wrong word is rare where it was and is not in the other text; the right one is at home, or long enough to tell. */
function isMended([wrong, right]: readonly [string, string], { old, now }: Vocabularies): boolean {
  if (now.has(wrong) || (old.get(wrong) ?? 0) > 3) return false
  return old.has(right) || (now.get(right) ?? 0) > 1 || right.length >= 6
}

function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 3 || long.length < 4 || isFixed(one) || isFixed(other) || /\d/.test(one + other)) return false
  // Opposites, plurals and other forms of a verb are near as well, and are other words.
  if (/^(?:in|im|un|ir|il|non|dis|de|re|a|e)$/.test(long.slice(0, long.length - short.length)) && long.endsWith(short))
    return false
  if (/^(?:s|d|r|ed|es|er)$/.test(long.slice(short.length)) && long.startsWith(short)) return false
  if (one.length === other.length && one.slice(0, -1) === other.slice(0, -1)) return false
  return distance(one, other) <= (long.length >= 10 ? 2 : 1)
}

/** Short words without a matter of their own are near each other by chance, and those that limit a sentence matter. */
function isFixed(word: string): boolean {
  return isMarker(word) || (isLight(word) && word.length < 6)
}

/** Letters to insert, drop, replace or swap with their neighbour. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current.push(least)
    }
    before = last
    last = current
  }
  return last[other.length] ?? 0
}
