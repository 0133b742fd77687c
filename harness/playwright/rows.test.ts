// Rows of a run: every check once, stories that wait beside others, work for every worker to the end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlannedCheck } from './plan.ts'
import { rowsOf } from './rows.ts'

const planned = (count: number, waits: boolean, alone = false): PlannedCheck[] =>
  Array.from({ length: count }, (_, index) => {
    return { edition: '2023-03-17', scenario: `${waits}/${alone}/${index}`, waits, alone }
  })

test('every check is in one row, whatever there is of either kind and however many workers', () => {
  for (const [others, waiting, workers] of [
    [0, 0, 1],
    [1, 0, 4],
    [0, 20, 2],
    [30, 3, 2],
    [1361, 14, 2],
    [500, 90, 1],
    [40, 9, 64],
  ] as const) {
    const checks = [...planned(others, false), ...planned(waiting, true)]
    const rows = rowsOf({ checks, workers })
    const told = rows.flatMap((row) => row.checks)
    assert.equal(told.length, checks.length)
    assert.deepEqual(new Set(told), new Set(checks))
    for (const row of rows) {
      assert.ok(row.checks.length > 0 && row.waiting.length <= 8)
      assert.deepEqual(
        row.checks.filter((check) => check.waits),
        row.waiting,
      )
    }
  }
})

test('stories that wait come in the first rows, after others that fill the time', () => {
  const [first, second, third] = rowsOf({ checks: [...planned(1361, false), ...planned(14, true)], workers: 2 })
  assert.deepEqual([first?.waiting.length, second?.waiting.length, third?.waiting.length], [8, 6, 0])
  assert.deepEqual([first?.checks.length, second?.checks.length, third?.checks.length], [104, 102, 16])
  assert.equal(first?.checks[0]?.waits, false)
})

test('stories that need to be alone share a row, one at a time, and no other row has one', () => {
  const checks = [...planned(40, false), ...planned(9, true), ...planned(5, false, true)]
  const rows = rowsOf({ checks, workers: 2 }).filter((row) => row.checks.some(({ alone }) => alone))
  assert.deepEqual(rows, [{ checks: planned(5, false, true), waiting: [], abreast: 1 }])
})

test('few checks are still spread over all workers, and the last rows are short', () => {
  assert.deepEqual(
    rowsOf({ checks: planned(4, false), workers: 2 }).map(({ checks }) => checks.length),
    [1, 1, 1, 1],
  )
  assert.equal(rowsOf({ checks: planned(1000, false), workers: 2 }).at(-1)?.checks.length, 1)
})
