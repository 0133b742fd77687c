// One subject of the kill matrix meets the suite, in this process: which of its checks say what.
import type { Mutant } from '../../fixtures/mutant.ts'
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
 * Runs the suite against a subject. A mutant meets the scenarios of the requirement it breaks in each edition that has it;
 * what else it breaks is looked for in the last of these, where it also meets its area (not that of the MLS checks), the
 * scenarios of what it names beside, and the journeys. A variation meets every scenario in one of the editions that have
 * it, taken in turns, so that all variations together meet it evenly in each. A control meets everything in every edition,
 * and so do all where `full` is set.
 */
export async function meet(subject: Subject, scenarios: readonly LoadedScenario[], full: boolean): Promise<Saying[]> {
  const said: Saying[] = []
  const ids = editionsOf(subject, full)
  for (const id of ids) {
    const edition = editions[id]
    const { execution, close } = running(subject, id)
    const results: Result[] = []
    const chosen = full ? scenarios : concerning(scenarios, subject, { id, isLast: id === ids.at(-1) })
    for (const loaded of chosen.filter((one) => appliesTo(one, edition))) results.push(await execute(loaded, execution))
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
  edition: { readonly id: EditionId; readonly isLast: boolean },
): readonly LoadedScenario[] {
  switch (subject.kind) {
    case 'mutant':
      return concerningMutant(scenarios, subject.mutant, edition)
    case 'variation':
      return scenarios.filter((one, index) => editionInTurn(one, index + subject.turn) === edition.id)
    case 'control':
      return scenarios
  }
}

/** The one of the editions which have a scenario that a turn falls on; nothing where none has it. */
export function editionInTurn(loaded: LoadedScenario, turn: number): EditionId | undefined {
  const having = editionIds.filter((id) => appliesTo(loaded, editions[id]))
  return having[turn % having.length]
}

function concerningMutant(
  scenarios: readonly LoadedScenario[],
  { breaks, also = [] }: Mutant,
  { id, isLast }: { readonly id: EditionId; readonly isLast: boolean },
): readonly LoadedScenario[] {
  const own = scenarios.filter(({ scenario: { requirement } }) => requirement === breaks)
  if (!isLast && own.some((one) => appliesTo(one, editions[id]))) return own
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
