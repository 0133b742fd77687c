// Where waiting enters the gateway: a timer that is passed in, so that a federation can run in virtual time.

export interface Timer {
  /** Runs `task` once, `delayMs` milliseconds from now; what comes back calls that off. */
  after(delayMs: number, task: () => void): () => void
}

/** The machine's timer; what waits on it keeps no process alive. */
export const systemTimer: Timer = {
  after(delayMs, task) {
    const waiting = setTimeout(task, delayMs)
    waiting.unref()
    return () => clearTimeout(waiting)
  },
}

/** For gateways with nobody to wait for: nothing is ever run. */
export const stoppedTimer: Timer = { after: () => () => {} }
