// Pairs things of two texts by a likeness, the best first.

export interface Scored<T> {
  readonly old: readonly T[]
  readonly now: readonly T[]
  /** 1 for the same. */
  score(old: T, now: T): number
  readonly least: number
}

/** What each thing of the old text became; whatever has no counterpart of at least `least` is in no pair. */
export function pairedByScore<T>({ old, now, score, least }: Scored<T>): ReadonlyMap<T, T> {
  const candidates = old
    .flatMap((one, index) =>
      now.map((other, position) => ({
        ...{ one, other, score: score(one, other) },
        distance: Math.abs(index / old.length - position / now.length),
      })),
    )
    .filter((candidate) => candidate.score >= least)
    .toSorted((first, second) => second.score - first.score || first.distance - second.distance)
  const pairs = new Map<T, T>()
  const taken = new Set<T>()
  for (const { one, other } of candidates) {
    if (pairs.has(one) || taken.has(other)) continue
    pairs.set(one, other)
    taken.add(other)
  }
  return pairs
}

/** The share of two lists, 0 to 1, that is in both. */
export function overlap(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1
  const spare = [...other]
  const shared = one.filter((part) => {
    const at = spare.indexOf(part)
    return at !== -1 && spare.splice(at, 1).length > 0
  })
  return (2 * shared.length) / (one.length + other.length)
}
