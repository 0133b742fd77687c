// Which checks of a plan one worker tells in a row: the runner prepares the whole suite anew for each row.
import type { Plan, PlannedCheck } from './plan.ts'

export interface Row {
  /** In the order of telling. */
  readonly checks: readonly PlannedCheck[]
  /** Those of them that wait: they begin with the first story of the row and are asked for last. */
  readonly waiting: readonly PlannedCheck[]
  /** How many of the others are told at a time: while one waits for an answer, the next goes on. */
  readonly abreast: number
}

/** More would save little, and a gateway should answer as few at a time as it does in life. */
const mostAbreast = 3

/** More stories that wait at a time would hold one another up. */
const waitingTogether = 8
/** As many stories fill the time in which others wait. */
const besideWaiting = 96
/** More in a row would leave other workers without work. */
const mostInARow = 16
/** The part of a worker's share of what is left that it is given at a time: rows get shorter towards the end of a run. */
const partOfShare = 8

/** Every check of the plan in one row; rows with stories that wait come first. Those that need one to be alone share a row. */
export function rowsOf({ checks, workers }: Pick<Plan, 'checks' | 'workers'>): Row[] {
  const waits = checks.filter((check) => check.waits)
  const alone = checks.filter((check) => check.alone)
  const others = checks.filter((check) => !check.waits && !check.alone)
  const beside = Math.min(besideWaiting, Math.ceil(others.length / workers))
  const rows: Row[] = []
  for (let first = 0; first < waits.length; first += waitingTogether) {
    const waiting = waits.slice(first, first + waitingTogether)
    rows.push({ checks: [...others.splice(0, beside), ...waiting], waiting, abreast: mostAbreast })
  }
  if (alone.length > 0) rows.push({ checks: alone, waiting: [], abreast: 1 })
  while (others.length > 0) {
    const part = Math.ceil(others.length / (workers * partOfShare))
    rows.push({ checks: others.splice(0, Math.min(part, mostInARow)), waiting: [], abreast: mostAbreast })
  }
  return rows
}
