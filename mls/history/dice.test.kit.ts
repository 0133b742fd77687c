// For the history tests only: choices that follow from a seed alone.
import { createHash } from 'node:crypto'

export interface Dice {
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number
  /** True `percent` times of 100. */
  chance(percent: number): boolean
  pick<Value>(list: readonly Value[]): Value | undefined
  /** Up to `count` of the list, none twice, in an order of their own. */
  some<Value>(list: readonly Value[], count: number): Value[]
}

/** The same seed gives the same choices. */
export function diceOf(seed: string): Dice {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  // The mulberry32 generator: small, and good enough to spread test cases.
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number): number => draw() % limit
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (list) => list[below(Math.max(list.length, 1))],
    some(list, count) {
      const rest = [...list]
      const taken = []
      while (taken.length < count && rest.length > 0) taken.push(...rest.splice(below(rest.length), 1))
      return taken
    },
  }
}
