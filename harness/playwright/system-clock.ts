// The clock of a run over sockets: the machine's own, read here and passed on.
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../simulator/clock.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  pass: (ms) => wait(ms),
}
