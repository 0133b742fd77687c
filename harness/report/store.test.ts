// Stored results: nothing of a credential is left, and an exchange comes back as it was.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exchange } from '../../simulator/exchange.ts'
import { redactHeader, redactor } from './redact.ts'
import { sampleReport, sampleResult } from './sample.test.ts'
import { restoreExchange } from './store.ts'

test('keeps no token, in headers, bodies or anywhere else', () => {
  const text = JSON.stringify(sampleReport())
  assert.doesNotMatch(text, /secret-operator-token/)
  assert.match(text, /Bearer \[redacted\]/)
})

test('finds a token percent-encoded, inside JSON and in Base64', () => {
  const redact = redactor(['a "b"/c'])
  const forms = ['a "b"/c', 'a%20%22b%22%2Fc', JSON.stringify('a "b"/c'), Buffer.from('a "b"/c').toString('base64')]
  for (const form of forms) assert.match(redact(`x${form}x`), /^x"?\[redacted\]"?x$/)
})

test('keeps the scheme of a credential and nothing else of it', () => {
  const redact = redactor([])
  assert.deepEqual(redactHeader(['Authorization', 'Bearer abc def'], redact), ['Authorization', 'Bearer [redacted]'])
  assert.deepEqual(redactHeader(['authorization', 'abc'], redact), ['authorization', '[redacted]'])
  assert.deepEqual(redactHeader(['Set-Cookie', 'session=1'], redact), ['Set-Cookie', '[redacted]'])
  assert.deepEqual(redactHeader(['accept', 'abc'], redact), ['accept', 'abc'])
})

test('an exchange with octets that are not text comes back octet by octet', () => {
  const [, stored] = sampleResult('pass').exchanges
  assert.ok(stored)
  assert.equal(stored.request.bodyEncoding, 'base64')
  const expected: Exchange = {
    id: 'e2',
    from: 'app-server-1',
    to: 'a.example internal',
    request: { method: 'GET', target: '/', headers: [], body: Uint8Array.of(0xff, 0xfe) },
    noAnswer: 'connection refused',
    startedAtMs: 3,
    durationMs: 4,
  }
  assert.deepEqual(restoreExchange(stored), expected)
})
