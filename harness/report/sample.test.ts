// A small report with one result of every verdict, for the tests of the formats; the gateway in it is hostile.
import { editions } from '../../spec/editions.ts'
import { makeReport, noteCodes } from '../report.ts'
import type { Result, Verdict } from '../result.ts'
import type { Report, StoredResult } from './model.ts'
import { redactor } from './redact.ts'
import { storeResult } from './store.ts'

export const hostile = `</script><script>document.title='owned'</script><img src=x onerror="alert(1)">&\u0000\u001b[31m]]>`

export function sampleResult(verdict: Verdict, change: Partial<Result> = {}): StoredResult {
  const body = new TextEncoder().encode(JSON.stringify({ echo: hostile, token: 'secret-operator-token' }))
  const result: Result = {
    edition: '2023-03-17',
    requirement: 'key-queue/unique-attributes',
    rows: ['KQ-04'],
    level: 'MUST',
    binds: 'gateway',
    section: 'key-queue-creation',
    scenario: `key-queue/unique-attributes.${verdict}`,
    verdict,
    durationMs: 12,
    summary: `seen: ${hostile}`,
    mismatches: verdict === 'pass' ? [] : [{ expected: 'a refusal (4xx)', actual: hostile, at: 'again (e1).status' }],
    readings: ['A-07'],
    reproduce: "npx mimi-conformance run --only 'key-queue/unique-attributes' --seed 7",
    evidence: { again: { exchange: 'e1' }, count: { fact: 3 } },
    exchanges: [
      {
        id: 'e1',
        from: 'app-server-1',
        to: 'a.example internal',
        operation: 'createKeyQueue',
        request: {
          method: 'POST',
          target: '/apps/x/clients/y/queues?<b>',
          headers: [['authorization', 'Bearer secret-operator-token']],
          body,
        },
        response: { status: 201, headers: [['x-odd', hostile]], body },
        startedAtMs: 1,
        durationMs: 2,
      },
      {
        id: 'e2',
        from: 'app-server-1',
        to: 'a.example internal',
        request: { method: 'GET', target: '/', headers: [], body: Uint8Array.of(0xff, 0xfe) },
        noAnswer: 'connection refused',
        startedAtMs: 3,
        durationMs: 4,
      },
    ],
    due: true,
    ...change,
  }
  const redact = redactor(['secret-operator-token'])
  return storeResult(result, { text: 'A client never has two queues alike.', story: 'Alice asks twice' }, redact)
}

const everyVerdict: readonly Verdict[] = [
  'pass',
  'fail',
  'warn',
  'deviation',
  'inconclusive',
  'not-applicable',
  'error',
]

export function sampleReport(
  results: readonly StoredResult[] = everyVerdict.map((verdict) => sampleResult(verdict)),
  { strictProfile = false, complete = true } = {},
): Report {
  return makeReport({
    suite: { name: 'mimi-conformance', version: '0.1.0' },
    target: {
      name: `acme ${hostile}`,
      version: '1.4.2',
      capabilities: ['key-queues'],
    },
    seed: 7,
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: 1234,
    complete,
    selections: [{ edition: editions['2023-03-17'], requirements: editions['2023-03-17'].requirements, scenarios: [] }],
    results,
    notes: strictProfile ? [{ code: noteCodes.strictProfile, text: 'Deviations count.' }] : [],
  })
}
