// What can be wrong with a key package or a leaf that comes into a gateway: at least one case for each kind that can be forged,
// and beside them the nearest objects with nothing wrong.
import type { KeyPackageFlaw, LeafFlaw } from '../mls/forge.ts'
import type { SignatureKey } from '../mls/key-package.ts'
import { unixSeconds } from './clock.ts'
import type { Federation } from './federation.test.kit.ts'

/** Whose the key package or leaf is, and the key that its leaf is signed with. */
export interface Bearer {
  readonly domain: string
  readonly client: string
  readonly key: SignatureKey
}

/** One object with the flaw, or without any. */
export interface Case<Flaw extends { readonly kind: string }> {
  readonly name: string
  /** Rows of the checks that may refuse it, by the way that it comes in, as problems name them; absent where nothing is wrong. */
  readonly rows?: readonly string[]
  /** What is changed, where some ways in have no such thing; by default what every way has. */
  readonly in?: Part
  make(world: Federation, bearer: Bearer): Flaw | Promise<Flaw>
}

/** `message`: the MLSMessage around a package; `place`: where in a group the leaf is signed for. */
export type Part = 'message' | 'init key' | 'place' | 'update source' | 'commit source'

export type LeafCase = Case<LeafFlaw>
export type PackageCase = Case<KeyPackageFlaw>

/** At least one case for every kind: a kind that nobody thought of here does not compile. */
export type CasesOf<Flaw extends { readonly kind: string }> = {
  readonly [Kind in Flaw['kind']]: readonly [Shaped<Flaw, Kind>, ...Shaped<Flaw, Kind>[]]
}

type Shaped<Flaw extends { readonly kind: string }, Kind> = Omit<Case<Flaw>, 'make'> & {
  make(world: Federation, bearer: Bearer): Without<Flaw, Kind> | Promise<Without<Flaw, Kind>>
}

/** What a kind says of its flaw beside its own name. */
type Without<Flaw, Kind> = Flaw extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Omit<Flaw, 'kind'>
    : never
  : never

/** The cases of all kinds in one list. */
export function listed<Flaw extends { readonly kind: string }>(byKind: CasesOf<Flaw>): readonly Case<Flaw>[] {
  return Object.entries<readonly Shaped<Flaw, string>[]>(byKind).flatMap(([kind, cases]) =>
    cases.map((one) => ({
      ...one,
      make: async (world: Federation, bearer: Bearer) =>
        ({ kind, ...(await one.make(world, bearer)) }) as unknown as Flaw,
    })),
  )
}

/** A case of a kind that has nothing to say beside its name. */
export const plain = (name: string, row: string, part?: Part) => ({
  ...{ name, rows: [row], make: () => ({}) },
  ...(part === undefined ? {} : { in: part }),
})

export const day = 86_400n
export const nowIn = ({ time }: Federation): bigint => unixSeconds(time)

/** All zero: no point that keys can be agreed with. */
export const noKey = new Uint8Array(32)
