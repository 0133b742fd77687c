// A worker process of the blind measure: does the dry run, or tries the mutants it is given, one after the other.
import { dryRun, type Test, tryMutant } from './trial.ts'
import { alive } from './workers.ts'

/** Sent by the parent; without a mutant it asks for the dry run. */
export interface Order {
  readonly mutant?: string
  readonly tests?: readonly Test[]
}

/** The parent takes a worker that is silent for long to be caught in a loop. */
const signOfLifeMs = 1_000

setInterval(() => process.send?.(alive), signOfLifeMs)
process.on('disconnect', () => process.exit())
process.on('message', async ({ mutant, tests = [] }: Order) => {
  process.send?.(mutant === undefined ? await dryRun() : await tryMutant(mutant, tests))
})
process.send?.('ready')
