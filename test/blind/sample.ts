// Draws the mutants that are tried where all would take too long, and says what the sample tells of all of them.
import { createHash } from 'node:crypto'

export interface Stratified {
  readonly id: string
  readonly stratum: string
}

/**
 * `size` of the members, from each stratum in proportion; all of them where they are fewer. They come in a seeded order,
 * so that the first of them are a sample as well: what a measure that was interrupted has tried.
 */
export function sampleOf<T extends Stratified>(members: readonly T[], size: number, seed: number): readonly T[] {
  const strata = [...new Set(members.map(({ stratum }) => stratum))].map((name) =>
    members.filter(({ stratum }) => stratum === name),
  )
  const rank = ({ id }: T) => createHash('sha256').update(`${seed}/${id}`).digest('hex')
  const inSeededOrder = (some: readonly T[]) => some.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  const drawn = strata.flatMap((stratum) => {
    const share = Math.ceil((stratum.length / members.length) * Math.min(size, members.length))
    return inSeededOrder(stratum).slice(0, share)
  })
  return inSeededOrder(drawn)
}

/** The interval (Wilson, 95 %) for a share of which `hits` of `tries` were seen; both ends from 0 to 1. */
export function interval(hits: number, tries: number): readonly [low: number, high: number] {
  if (tries === 0) return [0, 1]
  const z = 1.96
  const share = hits / tries
  const middle = share + z ** 2 / (2 * tries)
  const spread = z * Math.sqrt((share * (1 - share)) / tries + z ** 2 / (4 * tries ** 2))
  const scale = 1 + z ** 2 / tries
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)]
}
