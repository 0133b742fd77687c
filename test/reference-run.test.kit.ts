// One run of the whole suite against the reference gateway in this process, and its verdicts as the baseline keeps them.
import { againstReference } from '../bin/in-process.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { type LoadedScenario, loadScenarios } from '../harness/load.ts'
import type { Result } from '../harness/result.ts'
import { judgeRun } from '../harness/run-wide.ts'
import { type EditionId, editionIds } from '../spec/edition.ts'

/** Verdicts by edition and check. */
export type Verdicts = { readonly [edition in EditionId]?: { readonly [check: string]: string } }

/** Every check of an edition, the ones that look at the whole run included. */
export async function runAll(edition: EditionId, scenarios: readonly LoadedScenario[]): Promise<Result[]> {
  const { execution, close } = againstReference(edition)
  const results: Result[] = []
  for (const loaded of scenarios.filter((one) => appliesTo(one, execution.edition))) {
    results.push(await execute(loaded, execution))
  }
  await close()
  return [...results, ...judgeRun(execution.edition, results, execution.target)]
}

export function verdictsOf(results: readonly Result[]): { [check: string]: string } {
  return Object.fromEntries(results.map(({ scenario, verdict }): [string, string] => [scenario, verdict]).sort())
}

/** The verdicts of a run of every edition. */
export async function referenceVerdicts(): Promise<Verdicts> {
  const scenarios = await loadScenarios()
  const verdicts: { [edition in EditionId]?: { [check: string]: string } } = {}
  for (const edition of editionIds) verdicts[edition] = verdictsOf(await runAll(edition, scenarios))
  return verdicts
}
