// Time for tests: it stands still until it is told to pass, and then wakes whoever waits, in order.
import type { Clock } from './clock.ts'
import type { Timer } from './timer.ts'

export interface VirtualTime extends Clock, Timer {
  /** Lets time pass; what wakes gets a few turns of the event loop before time goes on. */
  pass(ms: number): Promise<void>
  /** Resolves once `ms` milliseconds have passed. */
  wait(ms: number): Promise<void>
}

interface Sleeper {
  readonly at: number
  readonly task: () => void
}

export function virtualTime(startMs = 1_800_000_000_000): VirtualTime {
  let nowMs = startMs
  const sleepers = new Set<Sleeper>()
  const after = (delayMs: number, task: () => void) => {
    const sleeper = { at: nowMs + delayMs, task }
    sleepers.add(sleeper)
    return () => {
      sleepers.delete(sleeper)
    }
  }
  return {
    now: () => nowMs,
    after,
    wait: (ms) => new Promise((resolve) => void after(ms, resolve)),
    async pass(ms) {
      const end = nowMs + ms
      await someTurns()
      for (let next = earliest(sleepers); next !== undefined && next.at <= end; next = earliest(sleepers)) {
        sleepers.delete(next)
        nowMs = Math.max(nowMs, next.at)
        next.task()
        await someTurns()
      }
      nowMs = end
    },
  }
}

function earliest(sleepers: ReadonlySet<Sleeper>): Sleeper | undefined {
  return [...sleepers].reduce<Sleeper | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  )
}

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}
