// The register of readings: whole, with the other readings, and with what reports say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editions } from '../../spec/editions.ts'
import { alternatives } from '../../spec/profile/alternatives.ts'
import { readings } from '../../spec/profile/readings.ts'
import { gapsOf, renderGaps, renderGapsMarkdown } from './gaps.ts'
import { sampleReport, sampleResult } from './sample.test.ts'

const both = Object.values(editions)
const scenarios = [{ name: 'some/check', scenario: { requirement: 'key-queue/unique-attributes' } }] as const

test('every reading names at least one other, in whole sentences, unlike the one taken', () => {
  assert.deepEqual(
    [...alternatives.keys()],
    readings.map(({ id }) => id),
  )
  for (const { id, interpretation } of readings) {
    const others = alternatives.get(id) ?? []
    assert.ok(others.length > 0, id)
    for (const other of others) assert.match(other, /^[A-Z].*\.$/, id)
    assert.equal(new Set([...others, interpretation]).size, others.length + 1, id)
  }
})

test('the register of both editions has every reading; that of one edition those it rests on', () => {
  assert.equal(gapsOf({ editions: both, scenarios, reports: [] }).length, readings.length)
  const early = gapsOf({ editions: [editions['2023-03-08']], scenarios, reports: [] }).map(({ id }) => id)
  const used = new Set(editions['2023-03-08'].requirements.flatMap((requirement) => requirement.readings ?? []))
  assert.deepEqual(
    early,
    readings.map(({ id }) => id).filter((id) => used.has(id)),
  )
})

test('a check stands beside the readings that its requirement rests on, and no others', () => {
  const resting = gapsOf({ editions: both, scenarios, reports: [] }).filter(({ checks }) => checks.length > 0)
  assert.deepEqual(
    resting.map(({ id }) => id),
    ['A-07'],
  )
})

test('what a gateway does is told from its results that rest on the reading', () => {
  const differing = { ...sampleResult('deviation'), readings: ['A-07' as const], summary: 'refused | <b>both</b>' }
  const agreeing = { ...sampleResult('pass'), readings: ['A-07' as const] }
  const report = sampleReport([differing, agreeing, { ...sampleResult('fail'), readings: [] }])
  const gaps = gapsOf({ editions: both, scenarios, reports: [report] })
  const practice = gaps.find(({ id }) => id === 'A-07')?.gateways[0]
  assert.deepEqual(practice?.verdicts, { deviation: 1, pass: 1 })
  assert.deepEqual(
    practice?.differs.map(({ verdict, summary }) => [verdict, summary]),
    [['deviation', 'refused | <b>both</b>']],
  )
  assert.deepEqual(gaps.find(({ id }) => id === 'A-01')?.gateways, [])
  assert.ok(renderGaps(gaps).includes('1 deviation, 1 pass'))
  assert.doesNotMatch(renderGaps(gaps), /(?!\n)\p{Cc}/u)
  const row = renderGapsMarkdown(gaps)
    .split('\n')
    .find((line) => line.startsWith('| A-07'))
  assert.ok(row?.includes('refused \\| &lt;b>both&lt;/b>'), row)
})
