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
 * Runs the suite against a subject in every edition. A mutant meets the scenarios of the requirement it breaks in each
 * edition that has it; what else it breaks is looked for in the last of these, where it also meets its area (not that of
 * the MLS checks), the scenarios of what it names beside, and the journeys. Where `full` is set it meets everything
 * everywhere, as variations and controls always do.
 */
export async function meet(subject: Subject, scenarios: readonly LoadedScenario[], full: boolean): Promise<Saying[]> {
  const said: Saying[] = []
  const ids = editionsOf(subject, full)
  for (const id of ids) {
    const edition = editions[id]
    const { execution, close } = running(subject, id)
    const results: Result[] = []
    const told = scenarios.filter((loaded) => appliesTo(loaded, edition))
    for (const loaded of full ? told : concerning(told, subject, id === ids.at(-1)))
      results.push(await execute(loaded, execution))
    await close()
    results.push(...judgeRun(edition, results, execution.target))
    said.push(...results.map(saying))
  }
  return said
}

function editionsOf(subject: Subject, full: boolean): readonly EditionId[] {
  if (subject.kind !== 'mutant') return editionIds
  const { breaks, editions: shownIn = editionIds } = subject.mutant
  return shownIn.filter((id) => full || editions[id].requirements.some((requirement) => requirement.id === breaks))
}

function running(subject: Subject, edition: EditionId): InProcess {
  switch (subject.kind) {
    case 'mutant':
      return againstReference(edition, { alter: (parts) => subject.mutant.alter(parts) })
    case 'variation':
      return againstReference(edition, subject.variation)
    case 'control':
      return against(edition, () => subject.control)
  }
}

function concerning(
  scenarios: readonly LoadedScenario[],
  subject: Subject,
  isLast: boolean,
): readonly LoadedScenario[] {
  if (subject.kind !== 'mutant') return scenarios
  const { breaks, also = [] } = subject.mutant
  const own = scenarios.filter(({ scenario: { requirement } }) => requirement === breaks)
  if (!isLast && own.length > 0) return own
  // Each MLS check is asked for on many routes: that area is as large as all others together, and its rules are independent.
  const area = breaks.startsWith('mls/') ? breaks : `${breaks.split('/')[0]}/`
  return scenarios.filter((one) => {
    const { requirement } = one.scenario
    return requirement.startsWith(area) || also.includes(requirement) || isJourney(one)
  })
}

function isJourney({ name }: LoadedScenario): boolean {
  return name.startsWith('journey/')
}

function saying({ edition, requirement, scenario, level, due, verdict }: Result): Saying {
  return { edition, requirement, scenario, level, due, verdict }
}
