// The process that fuzzes: runs one leg with one seed and tells its parent each input before it is tried.
import type { Finding } from './finding.ts'
import { flowLeg, type LegOptions, type Tally } from './flow-leg.ts'
import { peerLeg } from './peer-leg.ts'
import { rawLeg } from './raw-leg.ts'

export type Leg = 'raw' | 'structured' | 'mls' | 'peer'

export interface Job {
  readonly leg: Leg
  readonly seed: number
  readonly inputs: number
}

/** What the worker tells: an input that is tried now, something that must not happen, or the end. */
export type Told = { readonly trying: unknown } | { readonly finding: Finding } | { readonly done: Tally }

process.once('message', async ({ leg, seed, inputs }: Job) => {
  const tell = (told: Told) => process.send?.(told)
  const options: LegOptions = {
    seed,
    inputs,
    begin: (input) => tell({ trying: input }),
    found: (finding) => tell({ finding }),
  }
  const done = await run(leg, options)
  process.send?.({ done } satisfies Told, () => process.disconnect())
})

function run(leg: Leg, options: LegOptions): Promise<Tally> {
  if (leg === 'raw') return rawLeg(options)
  return leg === 'peer' ? peerLeg(options) : flowLeg(leg, options)
}
