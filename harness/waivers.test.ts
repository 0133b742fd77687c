// Waivers: which results they take out of the exit code, and what is said of those that do not.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ConfigurationError } from './configuration-error.ts'
import { sampleReport, sampleResult } from './report/sample.test.ts'
import { exitCode } from './report.ts'
import { applyWaivers, readWaivers, type Waiver, type Waiving } from './waivers.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mimi-waivers-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const check = 'key-queue/unique-attributes'
const plain: Waiver = { check, reason: 'lands with 1.5', until: '2027-03-31' }

function waive(waiver: Partial<Waiver>, verdict: Parameters<typeof sampleResult>[0] = 'fail', more?: Partial<Waiving>) {
  const seen = [{ expected: 'a refusal (4xx)', actual: '201', at: 'again (e1).status' }]
  const cause = verdict === 'inconclusive' ? { firstCause: 'createGroup answered 201' } : {}
  const results = [sampleResult(verdict, { mismatches: verdict === 'pass' ? [] : seen, ...cause })]
  const waivers = [{ ...plain, ...waiver }]
  const waived = applyWaivers(results, { waivers, asOf: '2027-03-31', strictProfile: false, ...more })
  return { state: waived.states[0]?.state, code: exitCode(sampleReport(waived.results, more)), results: waived.results }
}

test('a failure that is waived stays a failure and does not count', () => {
  const { state, code, results } = waive({ issue: 'https://example.org/7' })
  assert.deepEqual([state, code, results[0]?.verdict], ['applied', 0, 'fail'])
  assert.deepEqual(results[0]?.waived, {
    reason: 'lands with 1.5',
    until: '2027-03-31',
    issue: 'https://example.org/7',
  })
})

test('the last day counts, the day after does not', () => {
  const expired = waive({}, 'fail', { asOf: '2027-04-01' })
  assert.deepEqual([expired.state, expired.code, expired.results[0]?.waived], ['expired', 1, undefined])
})

test('a check that passes makes its waiver stale', () => assert.equal(waive({}, 'pass').state, 'stale'))

test('what is undecided can be waived, a warning and a defect of ours cannot', () => {
  assert.deepEqual([waive({}, 'inconclusive').state, waive({}, 'inconclusive').code], ['applied', 0])
  assert.deepEqual([waive({}, 'error').state, waive({}, 'error').code], ['stale', 3])
  assert.equal(waive({}, 'warn').state, 'stale')
})

test('a deviation can be waived where it counts', () => {
  assert.equal(waive({}, 'deviation').state, 'stale')
  const { state, code } = waive({}, 'deviation', { strictProfile: true })
  assert.deepEqual([state, code], ['applied', 0])
})

test('a symptom waives only what shows it everywhere', () => {
  assert.equal(waive({ symptom: '201' }).state, 'applied')
  assert.deepEqual([waive({ symptom: '500' }).state, waive({ symptom: '500' }).code], ['unmatched', 1])
  assert.equal(waive({ symptom: '201' }, 'inconclusive').state, 'applied')
  assert.equal(waive({ symptom: '500' }, 'inconclusive').state, 'unmatched')
  const mixed = sampleResult('fail', {
    mismatches: ['201', '500'].map((actual) => ({ expected: 'x', actual, at: 'y' })),
  })
  const options = { waivers: [{ ...plain, symptom: '201' }], asOf: '2027-01-01', strictProfile: false }
  assert.equal(applyWaivers([mixed], options).states[0]?.state, 'unmatched')
})

test('it may name one scenario, and one edition', () => {
  assert.equal(waive({ check: `${check}.fail` }).state, 'applied')
  assert.equal(waive({ check: `${check}.other` }).state, 'unmatched')
  assert.equal(waive({ edition: '2023-03-17' }).state, 'applied')
  assert.equal(waive({ edition: '2023-03-08' }).state, 'unmatched')
})

async function complaint(text: string): Promise<string> {
  const path = join(folder, 'waivers.yaml')
  await writeFile(path, text)
  return readWaivers(path, { names: new Set([check]) }).then(
    () => 'taken',
    (error: unknown) => {
      assert.ok(error instanceof ConfigurationError, String(error))
      return error.message.replace(folder, '')
    },
  )
}

test('a file that is wrong is refused with line and path', async () => {
  const whole = (more: string) => `- check: ${check}\n  reason: later\n${more}`
  assert.equal(await complaint(whole('  until: 2027-03-31\n')), 'taken')
  assert.match(
    await complaint(whole('')),
    /waivers\.yaml.*: \[0\]\.until: expected a date like 2027-03-31, nothing is there/,
  )
  assert.match(await complaint(whole('  until: 2027-02-30\n')), /\[0\]\.until: expected a date/)
  assert.match(await complaint(whole('  until: 2027-03-31\n  symptom: 201\n')), /symptom: expected text/)
  assert.match(await complaint(`- {check: ${check}, until: 2027-03-31}`), /\[0\]\.reason/)
  const mistyped = '- {check: key-queue/unique-attribute, reason: x, until: 2027-03-31}'
  assert.match(await complaint(mistyped), /\[0\]\.check: no requirement .*did you mean key-queue\/unique-attributes\?/)
  assert.match(await complaint('check: x'), /expected a list of waivers/)
})
