// One mutant of the blind measure meets the checks that reach it, in this process, until one of them sees it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { againstReference } from '../../bin/in-process.ts'
import { appliesTo, execute } from '../../harness/execute.ts'
import { loadScenarios } from '../../harness/load.ts'
import type { Result } from '../../harness/result.ts'
import { judgeRun } from '../../harness/run-wide.ts'
import type { createGateway } from '../../reference/gateway.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { blindFolder } from './instrument.ts'

/** What the switches look at; the instrumenter gives it its name. */
interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: { static: Hits; perTest: { [test: string]: Hits } }
}
type Hits = { [mutant: string]: number }

const switches: Switches = {}
Object.assign(globalThis, { __stryker__: switches })
/** A loop that a mutation made endless ends with an error after so many rounds. */
const hitLimit = 2_000_000

/** A test of the blind measure: one check in one edition. */
export interface Test {
  readonly edition: EditionId
  readonly scenario: string
}

/** What became of a mutant: the check that saw it, or nobody did; what could not be decided counts as not seen. */
export interface Outcome {
  readonly seenBy?: string
  /** Checks that ended without a verdict and with nothing found. */
  readonly undecided: number
}

const scenarios = await loadScenarios()

/** Loads the mutated gateway; one that is mutated in what runs when it is loaded needs its mutant before. */
async function loadGateway(): Promise<typeof createGateway> {
  const url = pathToFileURL(join(blindFolder, 'reference/gateway.js'))
  return ((await import(url.href)) as { createGateway: typeof createGateway }).createGateway
}

/** Runs everything without a mutant; gives the tests that reach each one, and throws where a check does not pass. */
export async function dryRun(): Promise<{
  tests: readonly Test[]
  /** Numbers of the tests, by mutant. */
  reached: { [mutant: string]: number[] }
  /** Mutants in what runs when the gateway is loaded. */
  loaded: readonly string[]
}> {
  const create = await loadGateway()
  const tests: Test[] = []
  for (const edition of editionIds) {
    const { execution, close } = againstReference(edition, { create })
    for (const loaded of scenarios.filter((one) => appliesTo(one, execution.edition))) {
      switches.currentTestId = String(tests.length)
      tests.push({ edition, scenario: loaded.name })
      const { verdict } = await execute(loaded, execution)
      if (verdict !== 'pass' && verdict !== 'not-applicable') throw new Error(`${edition} ${loaded.name}: ${verdict}`)
    }
    switches.currentTestId = undefined
    await close()
  }
  const reached: { [mutant: string]: number[] } = {}
  for (const [test, hits] of Object.entries(switches.mutantCoverage?.perTest ?? {}))
    for (const mutant of Object.keys(hits)) {
      reached[mutant] ??= []
      reached[mutant].push(Number(test))
    }
  return { tests, reached, loaded: Object.keys(switches.mutantCoverage?.static ?? {}) }
}

/** Runs the tests, edition by edition, with one mutant switched on, until one kills it as the kill matrix means it. */
export async function tryMutant(mutant: string, tests: readonly Test[]): Promise<Outcome> {
  Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit })
  const create = await loadGateway()
  let undecided = 0
  for (const edition of editionIds) {
    const wanted = tests.filter((test) => test.edition === edition).map(({ scenario }) => scenario)
    if (wanted.length === 0) continue
    const { execution, close } = againstReference(edition, { create })
    let seen: Result | undefined
    for (const name of wanted) {
      const loaded = scenarios.find((one) => one.name === name)
      if (!loaded) throw new Error(`there is no scenario ${name}`)
      const result = await execute(loaded, execution)
      seen = [result, ...judgeRun(execution.edition, [result], execution.target)].find(isSeen)
      if (seen) break
      if (result.verdict === 'inconclusive') undecided += 1
    }
    await close()
    if (seen) return { seenBy: `${edition} ${seen.scenario}`, undecided }
  }
  return { undecided }
}

function isSeen({ verdict }: Result): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'deviation'
}
