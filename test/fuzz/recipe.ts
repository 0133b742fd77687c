// What is done to a valid request, drawn by fast-check from a seed: the same seed, the same changes.
import fc, { type Arbitrary } from 'fast-check'

/** One change; the numbers choose a place and a value and are taken modulo what there is to choose from. */
export interface Recipe {
  readonly part: 'method' | 'path' | 'query' | 'header' | 'json' | 'body' | 'mls'
  readonly kind: number
  readonly place: number
  readonly value: number
}

const numbers = { kind: fc.nat(1_000), place: fc.nat(100_000), value: fc.nat(1_000_000) }
const structured: Arbitrary<Recipe['part']> = fc.constantFrom(
  ...(['method', 'path', 'path', 'query', 'query', 'header', 'json', 'json', 'json', 'json', 'body'] as const),
)

/** A change whose part is said by whoever makes it. */
export const recipe: Arbitrary<Recipe> = fc.record({ part: fc.constant('body' as const), ...numbers })

/** One to three changes, one after the other. */
const recipes = {
  structured: fc.array(fc.record({ part: structured, ...numbers }), { minLength: 1, maxLength: 3 }),
  mls: fc.array(fc.record({ part: fc.constant('mls' as const), ...numbers }), { minLength: 1, maxLength: 3 }),
}

/** `count` lists of changes. */
export function drawRecipes(leg: 'structured' | 'mls', seed: number, count: number): Recipe[][] {
  return fc.sample<Recipe[]>(recipes[leg], { seed, numRuns: count })
}
