// A worker process of the blind measure: does the dry run, or tries the mutants it is given, one after the other.
import { dryRun, type Test, tryMutant } from './trial.ts'

/** Sent by the parent; without a mutant it asks for the dry run. */
export interface Order {
  readonly mutant?: string
  readonly tests?: readonly Test[]
}

process.on('disconnect', () => process.exit())
process.on('message', async ({ mutant, tests = [] }: Order) => {
  process.send?.(mutant === undefined ? await dryRun() : await tryMutant(mutant, tests))
})
process.send?.('ready')
