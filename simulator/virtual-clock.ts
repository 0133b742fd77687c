// A clock for worlds inside one process: time stands still while anything is being done, and leaps when all wait.
import type { Clock } from './clock.ts'

/** A clock that can also be told to do something later, and to let it be. */
export interface VirtualClock extends Clock {
  /** Runs `task` once, `delayMs` milliseconds from now; what comes back calls that off. */
  after(delayMs: number, task: () => void): () => void
}

interface Sleeper {
  readonly at: number
  wake(): void
}

/** Turns of the event loop in which nothing may happen before time leaps. Nothing in such a world works on another thread. */
const idleTurns = 20

/**
 * A clock that starts at `startMs`. Whoever passes time on it sleeps; once nothing else has happened for a moment, it leaps to
 * the earliest wake-up, those of one instant in the order they fell asleep. So delays and timeouts of all parties meet in the
 * order they would in real time, and hours cost milliseconds.
 */
export function createVirtualClock(startMs: number): VirtualClock {
  let now = startMs
  let leaping = false
  const sleepers: Sleeper[] = []

  const leap = async () => {
    leaping = true
    while (sleepers.length > 0) {
      await allIsIdle()
      const [first, ...others] = sleepers
      if (!first) continue
      const next = others.reduce((earliest, one) => (one.at < earliest.at ? one : earliest), first)
      sleepers.splice(sleepers.indexOf(next), 1)
      now = Math.max(now, next.at)
      next.wake()
    }
    leaping = false
  }

  const after = (delayMs: number, wake: () => void) => {
    const sleeper = { at: now + Math.max(0, delayMs), wake }
    sleepers.push(sleeper)
    if (!leaping) void leap()
    return () => {
      const index = sleepers.indexOf(sleeper)
      if (index >= 0) sleepers.splice(index, 1)
    }
  }
  return {
    now: () => now,
    after,
    pass: (ms) => new Promise((wake) => void after(ms, wake)),
  }
}

async function allIsIdle(): Promise<void> {
  for (let turn = 0; turn < idleTurns; turn++) await new Promise((resolve) => setImmediate(resolve))
}
