// The report as a model: order, totals in requirements, untested ones, exit codes, and its published JSON Schema.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { reportSchema } from './report/model.ts'
import { sampleReport, sampleResult } from './report/sample.test.ts'
import { exitCode, whyUntested } from './report.ts'

test('sorts results by edition, requirement and scenario', () => {
  const order = ['pass', 'fail', 'warn'] as const
  const report = sampleReport(order.map((verdict) => sampleResult(verdict)))
  assert.deepEqual(
    report.results.map(({ scenario }) => scenario),
    ['fail', 'pass', 'warn'].map((verdict) => `key-queue/unique-attributes.${verdict}`),
  )
})

test('counts a requirement once, with the worst verdict of its scenarios', () => {
  const must = (...verdicts: Parameters<typeof sampleResult>[0][]) =>
    sampleReport(verdicts.map((verdict) => sampleResult(verdict))).totals['2023-03-17']?.MUST
  assert.equal(must('pass', 'fail', 'inconclusive')?.fail, 1)
  assert.equal(must('pass', 'fail', 'inconclusive')?.pass, 0)
  assert.equal(must('pass', 'inconclusive')?.inconclusive, 1)
  assert.equal(must('error', 'inconclusive')?.error, 1)
  assert.equal(must('deviation', 'error')?.deviation, 1)
  assert.equal(must('not-applicable', 'pass')?.pass, 1)
  const undeclared = must('pass')?.notApplicable ?? 0
  assert.equal(must('not-applicable')?.notApplicable, undeclared + 1)
})

test('what needs an undeclared capability does not apply and is not among the untested, an unreached one is neither', () => {
  const { totals, untested } = sampleReport([])
  const domainRows = untested.filter(({ requirement }) => requirement.startsWith('x509-identity-provider/'))
  assert.deepEqual(domainRows, [])
  assert.ok((totals['2023-03-17']?.MUST?.notApplicable ?? 0) > 10)
})

test('lists every requirement that nothing has looked at as untested, with a reason', () => {
  const report = sampleReport([sampleResult('pass')])
  assert.ok(report.untested.length > 0)
  assert.ok(
    report.untested.every(({ why, requirement }) => why !== '' && requirement !== 'key-queue/unique-attributes'),
  )
  const counted = Object.values(report.totals['2023-03-17'] ?? {}).reduce((sum, { untested }) => sum + untested, 0)
  assert.equal(counted, report.untested.length)
})

test('says why a requirement is untested', () => {
  const behaviour = { id: 'a/b', rows: [], binds: 'gateway', needs: [], text: '', level: 'MUST', section: '' } as const
  assert.equal(
    whyUntested({ ...behaviour, observable: 'none', why: 'a matter of policy' }),
    'cannot be observed: a matter of policy',
  )
  assert.match(whyUntested({ ...behaviour, observable: 'wire-with-peer' }), /another gateway/)
  assert.equal(whyUntested({ ...behaviour, observable: 'wire' }), 'no scenario yet')
})

const codes: [string, Parameters<typeof sampleReport>, number][] = [
  ['0 where everything passed', [[sampleResult('pass')]], 0],
  [
    '0 with warnings, deviations and what does not apply',
    [[sampleResult('warn'), sampleResult('deviation'), sampleResult('not-applicable')]],
    0,
  ],
  ['1 where something failed', [[sampleResult('fail')]], 1],
  ['1 where a failure stands beside an error', [[sampleResult('fail'), sampleResult('error')]], 1],
  ['1 where a run with a failure is not complete', [[sampleResult('fail')], { complete: false }], 1],
  ['1 for a deviation under the strict profile', [[sampleResult('deviation')], { strictProfile: true }], 1],
  ['3 where a due requirement is undecided', [[sampleResult('inconclusive')]], 3],
  ['0 where a requirement that is not due is undecided', [[sampleResult('inconclusive', { due: false })]], 0],
  ['3 where the suite itself failed', [[sampleResult('error', { due: false })]], 3],
  ['3 where the run ended before its end', [[sampleResult('pass')], { complete: false }], 3],
]
for (const [what, given, expected] of codes) {
  test(`exit code ${what}`, () => assert.equal(exitCode(sampleReport(...given)), expected))
}

test('exit code 130 where the run was interrupted, whatever was found', () => {
  const report = sampleReport([sampleResult('fail')], { complete: false })
  assert.equal(exitCode({ ...report, notes: [{ code: 'interrupted', text: '' }] }), 130)
})

test('the report fits its JSON Schema, and the schema is the published one', async () => {
  const schema = reportSchema()
  const ajv = new Ajv2020({ strict: true })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  assert.ok(validate(JSON.parse(JSON.stringify(sampleReport()))), JSON.stringify(validate.errors))
  assert.equal(validate({ ...sampleReport(), schemaVersion: 2 }), false)
  const published = await readFile(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')
  assert.deepEqual(
    JSON.parse(published),
    JSON.parse(JSON.stringify(schema)),
    'docs/report.schema.json is stale: npm run schema',
  )
})
