// Tries a sample of mutants in worker processes, and counts: seen, not seen, known to be equivalent.
import type { ChildProcess } from 'node:child_process'
import { isEquivalent } from './equivalent.ts'
import type { BlindMutant } from './instrument.ts'
import { createOrder, type Reach } from './order.ts'
import { interval } from './sample.ts'
import type { Outcome, Test } from './trial.ts'
import { ask, release, startWorker } from './workers.ts'

/** `ended`: it was caught in an endless loop, or brought its process down; such a mutant counts as seen. */
export type Fate = 'seen' | 'ended' | 'unseen' | 'equivalent'

export interface Tried {
  readonly mutant: BlindMutant
  readonly fate: Fate
  readonly seenBy?: string
  /** No check reaches the mutated code. */
  readonly unreached: boolean
  readonly undecided: number
  /** A check waited for an answer until its time was over, and those behind it were not asked. */
  readonly waited: boolean
  /** Processor time of the process that tried it, in milliseconds; 0 where that ended. */
  readonly cpuMs: number
}

/** What reaches what, from a process of its own; throws where a check does not pass without a mutant. */
export async function cover(): Promise<Reach> {
  const worker = await startWorker()
  const reach = (await ask(worker, {})) as Reach | undefined
  release(worker)
  if (reach === undefined) throw new Error('the dry run ended without an answer: see above')
  return reach
}

export interface MeasureOptions {
  /** All there are. */
  readonly mutants: readonly BlindMutant[]
  readonly reach: Reach
  readonly workers: number
  onTried(tried: Tried): void
}

/** Tries a sample of the mutants, each against the tests that reach it. */
export async function measure(
  sample: readonly BlindMutant[],
  { mutants, reach, workers, onTried }: MeasureOptions,
): Promise<void> {
  const order = createOrder(mutants, reach)
  const waiting = [...sample]
  const work = async () => {
    let worker: ChildProcess | undefined
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      // What runs when the gateway is loaded has to be mutated from the start.
      const atLoad = reach.loaded.includes(mutant.id)
      if (atLoad) release(worker)
      if (atLoad || worker?.connected !== true) worker = await startWorker()
      const tests = order.of(mutant)
      const { at, ...one } = await tryOne(
        worker,
        mutant,
        tests.flatMap((test) => reach.tests[test] ?? []),
      )
      const seenAt = at === undefined ? undefined : tests[at]
      if (seenAt !== undefined) order.learn(mutant, seenAt)
      if (atLoad || one.waited) release(worker)
      onTried(one)
    }
    release(worker)
  }
  await Promise.all(Array.from({ length: workers }, work))
}

async function tryOne(
  worker: ChildProcess,
  mutant: BlindMutant,
  tests: readonly Test[],
): Promise<Tried & Pick<Outcome, 'at'>> {
  const nothing = { mutant, unreached: tests.length === 0, undecided: 0, waited: false, cpuMs: 0 }
  if (isEquivalent(mutant)) return { ...nothing, fate: 'equivalent' }
  if (tests.length === 0) return { ...nothing, fate: 'unseen' }
  const outcome = (await ask(worker, { mutant: mutant.id, tests })) as Outcome | undefined
  if (outcome === undefined) return { ...nothing, fate: 'ended' }
  return { ...nothing, ...outcome, fate: outcome.seenBy ? 'seen' : 'unseen' }
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
