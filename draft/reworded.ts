// Finds the sentence that another one most likely became, and the words that changed on the way.

export interface Rewording<T> {
  readonly now: T
  /** Words shared by both, counted twice, among the words of both: 1 for the same words, 0 for none in common. */
  readonly likeness: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** The most alike of the candidates, or undefined where none shares at least `least` (0 to 1) with the former text. */
export function nearest<T extends { readonly text: string }>(
  former: string,
  candidates: readonly T[],
  least = 0.5,
): Rewording<T> | undefined {
  let best: Rewording<T> | undefined
  for (const now of candidates) {
    const found = compared(former, now)
    if (found.likeness >= least && found.likeness > (best?.likeness ?? 0)) best = found
  }
  return best
}

function compared<T extends { readonly text: string }>(former: string, now: T): Rewording<T> {
  const before = former.split(' ')
  const after = now.text.split(' ')
  const removed = without(before, after)
  const added = without(after, before)
  const shared = before.length - removed.length
  return { now, likeness: (2 * shared) / (before.length + after.length), removed, added }
}

/** What is left of a list of words when each word of the other list has taken one like it away. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const spare = new Map<string, number>()
  for (const word of others) spare.set(word, (spare.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const left = spare.get(word) ?? 0
    spare.set(word, left - 1)
    return left <= 0
  })
}
