// What `compare` calls newly failing, fixed, changed, added and removed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '../result.ts'
import { type ChangeKind, compareReports, renderComparison, renderComparisonMarkdown } from './compare.ts'
import type { Report, StoredResult } from './model.ts'
import { sampleReport, sampleResult } from './sample.test.ts'

const until = { reason: 'later', until: '2027-03-31' }

function report(verdict: Verdict | undefined, { waived = false, strictProfile = false } = {}): Report {
  if (verdict === undefined) return sampleReport([], { strictProfile })
  const result: StoredResult = sampleResult(verdict, { scenario: 'key-queue/unique-attributes' })
  return sampleReport([waived ? { ...result, waived: until } : result], { strictProfile })
}

const kinds = (before: Report, after: Report): ChangeKind[] => compareReports(before, after).map(({ kind }) => kind)

const cases: [Verdict | undefined, Verdict | undefined, ChangeKind[]][] = [
  ['pass', 'fail', ['newly-failing']],
  [undefined, 'fail', ['newly-failing']],
  ['inconclusive', 'fail', ['newly-failing']],
  ['fail', 'pass', ['fixed']],
  ['fail', 'inconclusive', ['changed']],
  ['pass', 'warn', ['changed']],
  [undefined, 'pass', ['added']],
  ['fail', undefined, ['removed']],
  ['fail', 'fail', []],
  ['pass', 'pass', []],
]
for (const [before, after, expected] of cases)
  test(`${before ?? 'nothing'} before, ${after ?? 'nothing'} after: ${expected.join() || 'no change'}`, () =>
    assert.deepEqual(kinds(report(before), report(after)), expected))

test('a failure that is waived is not newly failing, one whose waiver ended is', () => {
  assert.deepEqual(kinds(report('pass'), report('fail', { waived: true })), ['changed'])
  assert.deepEqual(kinds(report('fail', { waived: true }), report('fail')), ['newly-failing'])
  assert.deepEqual(kinds(report('fail'), report('fail', { waived: true })), ['changed'])
})

test('a deviation is newly failing where deviations count', () => {
  const strictProfile = true
  assert.deepEqual(kinds(report('pass', { strictProfile }), report('deviation', { strictProfile })), ['newly-failing'])
  assert.deepEqual(kinds(report('pass'), report('deviation')), ['changed'])
})

test('is told with both verdicts, as text and as Markdown', () => {
  const changes = compareReports(report('pass'), report('fail'))
  const text = renderComparison(changes)
  assert.match(text, /^Newly failing \(1\)\n {2}key-queue\/unique-attributes, MUST, edition 2023-03-17: pass -> fail: /)
  const markdown = renderComparisonMarkdown(changes)
  assert.match(markdown, /^## Newly failing \(1\)\n\n\* key-queue\/unique-attributes/)
  assert.doesNotMatch(markdown, /[^\\]</)
  assert.equal(renderComparison([]), 'No check has another verdict.\n')
})
