// One mutant of the blind measure meets the checks that reach it, in this process, until one of them sees it.
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { againstReference, type InProcess } from '../../bin/in-process.ts'
import { appliesTo, type Execution, execute } from '../../harness/execute.ts'
import { type LoadedScenario, loadScenarios } from '../../harness/load.ts'
import type { Result } from '../../harness/result.ts'
import { judgeRun } from '../../harness/run-wide.ts'
import type { createGateway } from '../../reference/gateway.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { blindFolder } from './instrument.ts'
import type { Reach } from './order.ts'

/** What the switches look at; the instrumenter gives it its name. */
interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  /** Once it is known what reaches what, nothing is counted any more. */
  isCovered?: boolean
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: { static: Hits; perTest: { [test: string]: Hits } }
}
type Hits = { [mutant: string]: number }

const switches: Switches = {}
Object.assign(globalThis, { __stryker__: switches })
/** A loop that a mutation made endless ends with an error after so many rounds in one test. */
const hitLimit = 2_000_000
/** A test may take so many times what it took without a mutant, and so much more in milliseconds. */
const patience = { factor: 5, ms: 20_000 }

/** A test of the blind measure: one check in one edition. */
export interface Test {
  readonly edition: EditionId
  readonly scenario: string
  /** With a mutant it is given up after so many milliseconds. */
  readonly longestMs: number
}

/** What became of a mutant: a check saw it, or nobody did; what could not be decided counts as not seen. */
export interface Outcome {
  /** The check, as its edition and its name or that of a requirement on the whole run. */
  readonly seenBy?: string
  /** Where it stands among the tests that were ordered. */
  readonly at?: number
  /** Checks that ended without a verdict and with nothing found. */
  readonly undecided: number
  /** A check was still waiting for the gateway when its time was over; those behind it were not asked. */
  readonly waited: boolean
  /** What it cost, in milliseconds of processor time. */
  readonly cpuMs: number
}

const scenarios = new Map((await loadScenarios()).map((loaded) => [loaded.name, loaded]))

/** Loads the mutated gateway; one that is mutated in what runs when it is loaded needs its mutant before. */
async function loadGateway(): Promise<typeof createGateway> {
  const url = pathToFileURL(join(blindFolder, 'reference/gateway.js'))
  return ((await import(url.href)) as { createGateway: typeof createGateway }).createGateway
}

/** Runs everything without a mutant; gives the tests that reach each one, and throws where a check does not pass. */
export async function dryRun(): Promise<Reach> {
  const create = await loadGateway()
  const tests: Test[] = []
  for (const edition of editionIds) {
    const { execution, close } = againstReference(edition, { create })
    for (const loaded of [...scenarios.values()].filter((one) => appliesTo(one, execution.edition))) {
      switches.currentTestId = String(tests.length)
      const begun = performance.now()
      const { verdict } = await run(loaded, execution)
      const longestMs = Math.ceil(patience.factor * (performance.now() - begun) + patience.ms)
      tests.push({ edition, scenario: loaded.name, longestMs })
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

/** Runs the tests with one mutant switched on, until one kills it as the kill matrix means it. */
export async function tryMutant(mutant: string, tests: readonly Test[]): Promise<Outcome> {
  Object.assign(switches, { activeMutant: mutant, hitLimit, isCovered: true })
  const create = await loadGateway()
  const running = new Map<EditionId, InProcess>()
  const runningIn = (edition: EditionId) => {
    const one = running.get(edition) ?? againstReference(edition, { create })
    running.set(edition, one)
    return one
  }
  const begun = process.cpuUsage()
  const outcome = await meet(tests, runningIn)
  // A check that still waits goes on in this process, which is of no use for another mutant.
  if (!outcome.waited) for (const { close } of running.values()) await close()
  const { user, system } = process.cpuUsage(begun)
  return { ...outcome, cpuMs: Math.round((user + system) / 1000) }
}

async function meet(
  tests: readonly Test[],
  runningIn: (edition: EditionId) => InProcess,
): Promise<Omit<Outcome, 'cpuMs'>> {
  let undecided = 0
  for (const [at, { edition, scenario, longestMs }] of tests.entries()) {
    const loaded = scenarios.get(scenario)
    if (!loaded) throw new Error(`there is no scenario ${scenario}`)
    const { execution } = runningIn(edition)
    switches.hitCount = 0
    const result = await withinTime(run(loaded, execution), longestMs)
    if (result === undefined) return { undecided, waited: true }
    const seen = [result, ...judgeRun(execution.edition, [result], execution.target)].find(isSeen)
    if (seen)
      return { seenBy: `${edition} ${seen === result ? scenario : seen.requirement}`, at, undecided, waited: false }
    if (result.verdict === 'inconclusive') undecided += 1
  }
  return { undecided, waited: false }
}

/** A whole story may pass without a turn of the event loop, which signs of life have to wait for. */
async function run(loaded: LoadedScenario, execution: Execution): Promise<Result> {
  await setImmediate()
  return execute(loaded, execution)
}

function withinTime<T>(wanted: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const watch = setTimeout(() => resolve(undefined), ms)
    wanted.then(resolve, reject).finally(() => clearTimeout(watch))
  })
}

function isSeen({ verdict }: Result): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'deviation'
}
