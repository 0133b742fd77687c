// Which checks of a plan one worker tells in a row: the runner prepares the whole suite anew for each such group.
import type { Plan, PlannedCheck } from './plan.ts'

export interface Groups {
  /** Stories that wait: all of a group begin at once. */
  readonly waiting: readonly (readonly PlannedCheck[])[]
  /** Stories that are told one after the other. */
  readonly others: readonly (readonly PlannedCheck[])[]
}

/** Stories that wait are told this many at a time: more would hold one another up. */
const together = 8
/** More in a row would leave a worker without work at the end of a run. */
const mostInARow = 16
/** Fewer groups a worker would leave the others waiting for the one that got the long stories. */
const groupsForEachWorker = 8

/** Every check of the plan in one group; a run of few checks has small groups, so that every worker has work. */
export function groupsOf({ checks, workers }: Pick<Plan, 'checks' | 'workers'>): Groups {
  const others = checks.filter(({ waits }) => !waits)
  const inARow = Math.min(mostInARow, Math.ceil(others.length / (workers * groupsForEachWorker)))
  return {
    waiting: parted(
      checks.filter(({ waits }) => waits),
      together,
    ),
    others: parted(others, inARow),
  }
}

function parted(checks: readonly PlannedCheck[], size: number): PlannedCheck[][] {
  return Array.from({ length: Math.ceil(checks.length / size) || 0 }, (_, index) =>
    checks.slice(index * size, (index + 1) * size),
  )
}
