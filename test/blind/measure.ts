// Tries a sample of mutants in worker processes, and counts: seen, not seen, known to be equivalent.
import type { ChildProcess } from 'node:child_process'
import { isEquivalent } from './equivalent.ts'
import type { BlindMutant } from './instrument.ts'
import { interval } from './sample.ts'
import type { dryRun, Outcome, Test } from './trial.ts'
import { ask, release, startWorker } from './workers.ts'

/** `ended`: it kept the suite busy without end, or brought its process down; such a mutant counts as seen. */
export type Fate = 'seen' | 'ended' | 'unseen' | 'equivalent'

export interface Tried {
  readonly mutant: BlindMutant
  readonly fate: Fate
  readonly seenBy?: string
  /** No check reaches the mutated code. */
  readonly unreached: boolean
  readonly undecided: number
}

export type Coverage = Awaited<ReturnType<typeof dryRun>>

/** What reaches what, from a process of its own; throws where a check does not pass without a mutant. */
export async function cover(): Promise<Coverage> {
  const worker = await startWorker()
  const coverage = (await ask(worker, {})) as Coverage | undefined
  release(worker)
  if (coverage === undefined) throw new Error('the dry run ended without an answer: see above')
  return coverage
}

export interface MeasureOptions {
  readonly workers: number
  onTried(tried: Tried): void
}

/** Tries every mutant against the tests that reach it, those first that reach the least. */
export async function measure(
  mutants: readonly BlindMutant[],
  { tests, reached, loaded }: Coverage,
  { workers, onTried }: MeasureOptions,
): Promise<void> {
  const breadth = breadthOf(reached)
  const narrowFirst = (a: number, b: number) => (breadth.get(a) ?? 0) - (breadth.get(b) ?? 0)
  const waiting = [...mutants]
  const work = async () => {
    let worker: ChildProcess | undefined
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      // What runs when the gateway is loaded has to be mutated from the start, and can matter to every test.
      const atLoad = loaded.includes(mutant.id)
      if (atLoad) release(worker)
      if (atLoad || worker?.connected !== true) worker = await startWorker()
      const found = atLoad ? tests.map((_, index) => index) : (reached[mutant.id] ?? [])
      const order = found.toSorted(narrowFirst).flatMap((index) => tests[index] ?? [])
      const one = await tryOne(worker, mutant, order)
      if (atLoad) release(worker)
      onTried(one)
    }
    release(worker)
  }
  await Promise.all(Array.from({ length: workers }, work))
}

async function tryOne(worker: ChildProcess, mutant: BlindMutant, tests: readonly Test[]): Promise<Tried> {
  if (isEquivalent(mutant)) return { mutant, fate: 'equivalent', unreached: tests.length === 0, undecided: 0 }
  if (tests.length === 0) return { mutant, fate: 'unseen', unreached: true, undecided: 0 }
  const outcome = (await ask(worker, { mutant: mutant.id, tests })) as Outcome | undefined
  if (outcome === undefined) return { mutant, fate: 'ended', unreached: false, undecided: 0 }
  const { seenBy, undecided } = outcome
  return { mutant, fate: seenBy ? 'seen' : 'unseen', ...(seenBy && { seenBy }), unreached: false, undecided }
}

/** How many mutants each test reaches, by its number. */
function breadthOf(reached: Coverage['reached']): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const found of Object.values(reached)) for (const test of found) counts.set(test, (counts.get(test) ?? 0) + 1)
  return counts
}

export interface Score {
  readonly tried: number
  readonly seen: number
  readonly ended: number
  readonly unseen: number
  readonly equivalent: number
  /** Seen or ended among those that are not equivalent, 0 to 1, with its 95 % interval. */
  readonly share: number
  readonly interval: readonly [number, number]
}

export function scoreOf(tried: readonly Tried[]): Score {
  const count = (fate: Fate) => tried.filter((one) => one.fate === fate).length
  const [seen, ended, unseen, equivalent] = [count('seen'), count('ended'), count('unseen'), count('equivalent')]
  const judged = seen + ended + unseen
  return {
    ...{ tried: tried.length, seen, ended, unseen, equivalent },
    share: judged === 0 ? 1 : (seen + ended) / judged,
    interval: interval(seen + ended, judged),
  }
}
