// Annotations on GitHub: one command a finding, and none that a gateway could smuggle in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderAnnotations } from './annotations.ts'
import { sampleReport, sampleResult } from './sample.test.ts'

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

test('a failure is an error, what is undecided a warning, all else silent', () => {
  const [first, ...rest] = lines(renderAnnotations(sampleReport()))
  assert.match(
    first ?? '',
    /^::error title=key-queue\/unique-attributes\.fail%2C MUST%2C 2023-03-17::A client never has/,
  )
  assert.match(first ?? '', /%0AReproduce: npx mimi-conformance run --only/)
  assert.equal(rest.length, 2)
  for (const line of rest) assert.match(line, /^::warning title=/)
  assert.equal(renderAnnotations(sampleReport([sampleResult('pass')])), '')
})

test('what a gateway answers starts no command of its own', () => {
  const actual = '1\n::set-env name=PATH::/evil\r::error::x%0A'
  const result = sampleResult('fail', { mismatches: [{ expected: 'x', actual, at: 'y' }] })
  const text = renderAnnotations(sampleReport([result]))
  assert.equal(lines(text).length, 1)
  assert.ok(text.includes('1%0A::set-env name=PATH::/evil%0D::error::x%250A'))
})

test('no more than GitHub shows', () => {
  const many = Array.from({ length: 30 }, (_, index) => sampleResult('fail', { scenario: `key-queue/x.${index}` }))
  assert.equal(lines(renderAnnotations(sampleReport(many))).length, 10)
})
