// One subject of the kill matrix meets the suite, in this process: which of its checks say what.
import { appliesTo, execute } from '../../harness/execute.ts'
import type { LoadedScenario } from '../../harness/load.ts'
import type { Result, Verdict } from '../../harness/result.ts'
import { judgeRun } from '../../harness/run-wide.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import type { Level } from '../../spec/requirement.ts'
import { against, againstReference, type InProcess } from '../in-process.ts'
import type { Subject } from './subjects.ts'

/** What one check said of a subject. */
export interface Saying {
  readonly edition: EditionId
  readonly requirement: string
  readonly scenario: string
  readonly level: Level
  readonly due: boolean
  readonly verdict: Verdict
}

/**
 * Runs the suite against a subject in every edition: a mutant meets its own scenarios, its area and the journeys, or
 * everything where `full` is set; variations and controls always meet everything.
 */
export async function meet(subject: Subject, scenarios: readonly LoadedScenario[], full: boolean): Promise<Saying[]> {
  const said: Saying[] = []
  for (const id of editionsOf(subject)) {
    const edition = editions[id]
    const { execution, close } = running(subject, id)
    const results: Result[] = []
    for (const loaded of scenarios) {
      if (!appliesTo(loaded, edition) || !(full || concerns(loaded, subject))) continue
      results.push(await execute(loaded, execution))
    }
    await close()
    results.push(...judgeRun(edition, results, execution.target))
    said.push(...results.map(saying))
  }
  return said
}

function editionsOf(subject: Subject): readonly EditionId[] {
  return (subject.kind === 'mutant' && subject.mutant.editions) || editionIds
}

function running(subject: Subject, edition: EditionId): InProcess {
  switch (subject.kind) {
    case 'mutant':
      return againstReference(edition, { alter: (parts) => subject.mutant.alter(parts) })
    case 'variation':
      return againstReference(edition, { alter: (parts) => subject.variation.alter(parts) })
    case 'control':
      return against(edition, () => subject.control)
  }
}

function concerns({ name, scenario }: LoadedScenario, subject: Subject): boolean {
  if (subject.kind !== 'mutant') return true
  const area = subject.mutant.breaks.split('/')[0]
  return scenario.requirement.split('/')[0] === area || name.startsWith('journey/')
}

function saying({ edition, requirement, scenario, level, due, verdict }: Result): Saying {
  return { edition, requirement, scenario, level, due, verdict }
}
