// All there is to say of one requirement, as data: what `explain` prints and what the pages in docs/requirements/ show.
import { appliesTo } from '../../harness/execute.ts'
import { type LoadedScenario, loadScenarios } from '../../harness/load.ts'
import { whyUntested } from '../../harness/report.ts'
import { runWideRequirements } from '../../harness/run-wide.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import { readings } from '../../spec/profile/readings.ts'
import type { Reading } from '../../spec/reading.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { loadMutants, type NamedMutant } from '../kill-matrix/subjects.ts'
import { curlStory, type Step } from './curl.ts'

/** A requirement as an edition asks for it. */
export interface Stated {
  readonly edition: EditionId
  readonly requirement: Requirement
}

export interface Explanation {
  /** As the latest edition that has it words it. */
  readonly requirement: Requirement
  /** In each edition that has it, the latest first. */
  readonly stated: readonly Stated[]
  readonly readings: readonly Reading[]
  readonly scenarios: readonly LoadedScenario[]
  readonly isRunWide: boolean
  /** Why nothing tests it, where that is so. */
  readonly untested?: string
  readonly mutants: readonly NamedMutant[]
}

/** One story of a requirement as requests. */
export interface ByHand {
  readonly edition: EditionId
  readonly scenario: string
  readonly steps: readonly Step[]
}

/** Everything that is known of the requirements in all editions. */
export const allStated: readonly Stated[] = editionIds.flatMap((edition) =>
  editions[edition].requirements.map((requirement): Stated => ({ edition, requirement })),
)

/** Gives what explains a requirement by its id; that throws where no edition has such a requirement. */
export async function loadExplanations(): Promise<(id: string) => Explanation> {
  const [scenarios, mutants] = await Promise.all([loadScenarios(), loadMutants()])
  return (id) => {
    const stated = allStated.filter(({ requirement }) => requirement.id === id).reverse()
    const [first] = stated
    if (!first) throw new Error(`no edition has a requirement ${id}`)
    const { requirement } = first
    const told = scenarios.filter(({ scenario }) => scenario.requirement === id)
    const isRunWide = runWideRequirements.includes(requirement.id)
    const used = new Set(stated.flatMap((one) => one.requirement.readings ?? []))
    return {
      requirement,
      stated,
      readings: readings.filter((reading) => used.has(reading.id)),
      scenarios: told,
      isRunWide,
      ...(told.length === 0 && !isRunWide && { untested: whyUntested(requirement) }),
      mutants: mutants.filter(({ mutant }) => mutant.breaks === id),
    }
  }
}

/** Tells the first story of the requirement that its latest edition has; undefined where there is none. */
export async function byHandOf({ stated, scenarios }: Explanation): Promise<ByHand | undefined> {
  for (const { edition } of stated) {
    const told = scenarios.find((loaded) => appliesTo(loaded, editions[edition]))
    if (told) return { edition, scenario: told.name, steps: await curlStory(told, editions[edition]) }
  }
  return undefined
}

/** How other editions word the requirement. */
export function otherWordings({ requirement, stated }: Explanation): Stated[] {
  return stated.filter((one) => one.requirement.text !== requirement.text)
}
