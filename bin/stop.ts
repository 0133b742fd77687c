// Requests to stop: Ctrl-C and SIGTERM, for whatever is under way; with nothing under way the process ends at once.
import type { Interruption } from '../harness/playwright/run.ts'

/** Listens for the rest of the process. What is registered is asked to stop at every signal. */
export function listenForStop(): Interruption {
  const underWay = new Set<() => void>()
  const ask = () => {
    if (underWay.size === 0) process.exit(130)
    for (const stop of underWay) stop()
  }
  process.on('SIGINT', ask)
  process.on('SIGTERM', ask)
  return {
    onStop(stop) {
      underWay.add(stop)
      return () => underWay.delete(stop)
    },
  }
}
