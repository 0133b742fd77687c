// The formats that other tools read, each held to its public schema, types or reader.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isValid } from 'ctrf'
import jsonld from 'jsonld'
import type { Log } from 'sarif'
import { renderBadgeJson, renderBadgeSvg } from './badge.ts'
import { renderCtrf } from './ctrf.ts'
import { renderEarl } from './earl.ts'
import type { Report, StoredResult } from './model.ts'
import { sampleReport, sampleResult } from './sample.test.ts'
import { renderSarif, sarifLog } from './sarif.ts'

const waived = { reason: 'lands with 1.5', until: '2027-03-31', issue: 'https://example.org/7' }
const report = sampleReport()
const withWaiver = sampleReport([{ ...sampleResult('fail'), waived }])

test('SARIF: what is rendered is a log of the published types, with a rule for every finding', () => {
  const log: Log = sarifLog(report)
  assert.deepEqual(JSON.parse(renderSarif(report)), JSON.parse(JSON.stringify(log)))
  const [run] = log.runs
  const found = run?.results ?? []
  const levels = found.map(({ level, properties }) => [properties?.['verdict'], level])
  assert.deepEqual(Object.fromEntries(levels), {
    fail: 'error',
    error: 'warning',
    inconclusive: 'warning',
    deviation: 'note',
    warn: 'note',
  })
  for (const { ruleId, ruleIndex = -1 } of found) assert.equal(run?.tool.driver.rules?.[ruleIndex]?.id, ruleId)
  const prints = found.map(({ partialFingerprints }) => partialFingerprints?.['check/v1'])
  assert.equal(new Set(prints).size, found.length)
})

test('SARIF: a waiver is a suppression with its reason', () => {
  const [found] = sarifLog(withWaiver).runs[0]?.results ?? []
  assert.deepEqual(found?.suppressions, [
    {
      kind: 'external',
      status: 'accepted',
      justification: 'waived until 2027-03-31: lands with 1.5 (https://example.org/7)',
    },
  ])
})

test('CTRF: fits its published schema, and counts what it lists', () => {
  for (const one of [report, withWaiver, sampleReport([])]) {
    const document: unknown = JSON.parse(renderCtrf(one))
    assert.ok(isValid(document))
    const { summary, tests } = document.results
    const count = (status: string) => tests.filter((each) => each.status === status).length
    assert.deepEqual(
      [summary.tests, summary.passed, summary.failed, summary.skipped, summary.other],
      [tests.length, count('passed'), count('failed'), count('skipped'), count('other')],
    )
  }
  assert.ok(!isValid({ ...JSON.parse(renderCtrf(report)), reportFormat: 'JUnit' }))
})

test('CTRF: nothing but a pass is passed', () => {
  const document: unknown = JSON.parse(renderCtrf(report))
  assert.ok(isValid(document))
  const statuses = document.results.tests.map(({ rawStatus, status }) => [rawStatus, status])
  assert.deepEqual(Object.fromEntries(statuses), {
    pass: 'passed',
    fail: 'failed',
    'not-applicable': 'skipped',
    warn: 'other',
    deviation: 'other',
    inconclusive: 'other',
    error: 'other',
  })
})

test('EARL: a reader of JSON-LD finds one assertion for each check and each untested requirement', async () => {
  const earl = 'http://www.w3.org/ns/earl#'
  const nodes = await jsonld.flatten(JSON.parse(renderEarl(report)))
  assert.ok(Array.isArray(nodes))
  const ofType = (type: string) => nodes.filter((node) => node['@type']?.includes(`${earl}${type}`))
  assert.equal(ofType('Assertion').length, report.results.length + report.untested.length)
  const outcomes = ofType('TestResult').map((node) => node[`${earl}outcome`][0]['@id'].slice(earl.length))
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length
  assert.deepEqual(['passed', 'failed', 'cantTell', 'inapplicable', 'untested'].map(count), [
    1,
    3,
    2,
    1,
    report.untested.length,
  ])
  for (const node of ofType('Assertion'))
    for (const member of ['assertedBy', 'subject', 'test', 'result', 'mode'])
      assert.ok(node[`${earl}${member}`], member)
  assert.equal(ofType('TestSubject').length, 1)
  assert.equal(ofType('Assertor').length, 1)
})

const badge = (one: Report) => JSON.parse(renderBadgeJson(one))
const passed = sampleResult('pass')

test('badge: what the endpoint schema asks for, in counts', () => {
  const { schemaVersion, label, message, color, ...rest } = badge(sampleReport([passed]))
  assert.deepEqual([schemaVersion, label, color, rest], [1, 'MIMI conformance', 'brightgreen', { isError: false }])
  assert.match(message, /^1 of 1 pass, \d+ untested$/)
  assert.doesNotMatch(message, /%/)
})

test('badge: no green for a failure, an undecided requirement or a run cut short', () => {
  const colorOf = (results: readonly StoredResult[], complete = true) =>
    badge(sampleReport(results, { complete })).color
  assert.equal(colorOf([passed, sampleResult('fail')]), 'red')
  assert.equal(colorOf([passed, sampleResult('inconclusive')]), 'lightgrey')
  assert.equal(colorOf([passed], false), 'lightgrey')
})

test('badge: the SVG says the same, to those who hear it too', () => {
  const svg = renderBadgeSvg(sampleReport([passed]))
  const { message } = badge(sampleReport([passed]))
  assert.ok(svg.includes(`aria-label="MIMI conformance: ${message}"`))
  assert.ok(svg.includes(`>${message}</text>`))
})
