// Shards deal a run out without loss or doubling, and their reports join to that of one run.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import { loadScenarios } from '../load.ts'
import { makeReport } from '../report.ts'
import { runWideRequirements } from '../run-wide.ts'
import { type Selection, select } from '../select.ts'
import { type Shard, shardOf } from '../shard.ts'
import { mergeReports } from './merge.ts'
import type { Report, StoredResult } from './model.ts'
import { sampleResult } from './sample.test.ts'

const scenarios = await loadScenarios()
const whole = select(
  editionIds.map((id) => editions[id]),
  scenarios,
  { only: [] },
)

/** A report in which every chosen scenario passed, and every run-wide requirement over one answer each. */
function reportOf(selections: readonly Selection[], shard?: Shard, change: Partial<Report> = {}): Report {
  const results = selections.flatMap(({ edition, requirements, scenarios: told }) => {
    const one = (id: string, scenario: string): StoredResult[] =>
      requirements
        .filter((requirement) => requirement.id === id)
        .map(({ id: requirement, level }) => ({
          ...sampleResult('pass', { edition: edition.id, requirement, level, scenario }),
          ...(scenario === 'run-wide' && {
            evidence: { answers: { fact: told.length }, differing: { fact: 0 } },
            summary: `0 of ${told.length} answers differ`,
            exchanges: [],
          }),
        }))
    return [
      ...told.flatMap(({ name, scenario }) => one(scenario.requirement, name)),
      ...runWideRequirements.flatMap((id) => one(id, 'run-wide')),
    ]
  })
  const report = makeReport({
    suite: { name: 'mimi-conformance', version: '1' },
    target: { name: 'acme', version: '1', capabilities: ['key-queues', 'groups', 'basic', 'define-application'] },
    seed: 7,
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: 1,
    complete: true,
    selections,
    results,
    notes: [],
    ...(shard && { choice: { only: [], shard } }),
  })
  return { ...report, ...change }
}

const shards = (count: number) => Array.from({ length: count }, (_, index) => ({ index: index + 1, count }))
const parts = (count: number) =>
  shards(count).map((shard) => ({ path: `s${shard.index}`, report: reportOf(shardOf(whole, shard), shard) }))

test('every scenario is in exactly one shard, and the shards are about equal', () => {
  const names = (selections: readonly Selection[]) =>
    selections.flatMap(({ edition, scenarios: told }) => told.map(({ name }) => `${edition.id} ${name}`))
  for (const count of [1, 2, 4, 7]) {
    const dealt = shards(count).map((shard) => names(shardOf(whole, shard)))
    assert.deepEqual(dealt.flat().sort(), names(whole).sort())
    const sizes = dealt.map(({ length }) => length)
    assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 2, sizes.join())
  }
})

test('four shards make the report of one run', () => {
  const { selection, ...merged } = mergeReports(parts(4), scenarios)
  assert.deepEqual(selection, { only: [] })
  assert.deepEqual(merged, reportOf(whole))
})

describe('what does not belong together is refused', () => {
  const [one, two] = parts(2)
  assert.ok(one && two)
  const refused = (report: Report, expected: RegExp) =>
    assert.throws(() => mergeReports([one, { path: 'x', report }], scenarios), {
      name: 'ConfigurationError',
      message: expected,
    })
  test('another target', () =>
    refused({ ...two.report, target: { ...two.report.target, version: '2' } }, /^x: expected the same target as s1/))
  test('another suite', () => refused({ ...two.report, suite: { name: 'x', version: '2' } }, /the same suite/))
  test('the same shard twice', () => refused(one.report, /is in s1 too; expected every shard once/))
})

test('a shard that is missing leaves the report incomplete, and it says which', () => {
  const merged = mergeReports(parts(3).slice(0, 2), scenarios)
  assert.equal(merged.complete, false)
  assert.deepEqual(
    merged.notes.map(({ text }) => text),
    ['Missing: shard 3.'],
  )
})

test('the worst of what was judged over a whole run stands', () => {
  const [one, two] = parts(2)
  assert.ok(one && two)
  const results = two.report.results.map((result) =>
    result.scenario === 'run-wide'
      ? { ...result, verdict: 'deviation' as const, evidence: { answers: { fact: 10 }, differing: { fact: 2 } } }
      : result,
  )
  const merged = mergeReports([one, { path: 'two', report: { ...two.report, results } }], scenarios)
  const wide = merged.results.filter(({ scenario }) => scenario === 'run-wide')
  assert.ok(wide.length > 0)
  for (const { verdict, summary } of wide) {
    assert.equal(verdict, 'deviation')
    assert.match(summary, /^2 of \d+ answers differ$/)
  }
})

test('a waiver that one shard applied is applied', () => {
  const [one, two] = parts(2)
  assert.ok(one && two)
  const waiver = (state: 'applied' | 'unmatched') => [{ check: 'key-queue/unique-attributes', state }]
  const merged = mergeReports(
    [
      { ...one, report: { ...one.report, waivers: waiver('unmatched') } },
      { ...two, report: { ...two.report, waivers: waiver('applied') } },
    ],
    scenarios,
  )
  assert.deepEqual(merged.waivers, waiver('applied'))
})
