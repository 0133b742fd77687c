// Every format of one report: complete, well-formed, and deaf to what a hostile gateway puts into its answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigurationError } from '../configuration-error.ts'
import { formatsOf } from './formats.ts'
import { renderHtml } from './html/page.ts'
import { renderJson } from './json.ts'
import { renderJunit } from './junit.ts'
import { renderMarkdown } from './markdown.ts'
import { sampleReport, sampleResult } from './sample.test.ts'
import { renderTerminal } from './terminal.ts'

test('a list of formats is read in its order, a name that is none is refused', () => {
  assert.deepEqual(
    formatsOf('html, json,html').map(({ name }) => name),
    ['html', 'json'],
  )
  assert.throws(
    () => formatsOf('jason'),
    new ConfigurationError(
      '--format jason: expected json, html, junit, markdown, sarif, ctrf, earl, badge or several of them with commas, found "jason"; did you mean json?',
    ),
  )
})

test('HTML: text of the gateway is text, and only the script of the page may run', () => {
  const page = renderHtml(sampleReport())
  assert.equal(page.match(/<script/g)?.length, 1)
  assert.equal(page.match(/<\/script>/g)?.length, 1)
  assert.doesNotMatch(page, /<img/)
  assert.doesNotMatch(page, /(?!\n)\p{Cc}/u)
  assert.match(page, /content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;sha256-/)
  assert.doesNotMatch(page, /(?:src|href)="(?!#)|url\(|@import|https?:\/\//)
})

test('HTML: shows every verdict, demand, mismatch, evidence name, exchange, reproduction and what is untested', () => {
  const report = sampleReport()
  const page = renderHtml(report)
  for (const { scenario } of report.results) assert.ok(page.includes(`id="2023-03-17/${scenario}"`), scenario)
  for (const word of [
    'A client never has two queues alike.',
    'again (e1).status',
    '<mark>again</mark>',
    'connection refused',
    '--seed 7',
    'Reading A-07',
    'UNTESTED',
  ]) {
    assert.ok(page.includes(word), word)
  }
  for (const { requirement } of report.untested) assert.ok(page.includes(requirement), requirement)
})

test('HTML: JSON is laid out without losing a member that stands there twice', () => {
  const result = sampleResult('fail')
  const [exchange] = result.exchanges
  assert.ok(exchange)
  const body = '{"a":[],"tags":["x, [y]\\""],"tags":{"b":1.0}}'
  const page = renderHtml(
    sampleReport([{ ...result, exchanges: [{ ...exchange, request: { ...exchange.request, body } }] }]),
  )
  const shown = '{\n  "a": [],\n  "tags": [\n    "x, [y]\\""\n  ],\n  "tags": {\n    "b": 1.0\n  }\n}'
  assert.ok(page.includes(shown.replaceAll('"', '&quot;')))
})

test('HTML: a body that is nested very deep or very long is shown as it came', () => {
  const result = sampleResult('fail')
  const [exchange] = result.exchanges
  assert.ok(exchange)
  for (const body of ['['.repeat(100_000), `{"a":"${'x'.repeat(1_000_000)}"}`]) {
    const page = renderHtml(
      sampleReport([{ ...result, exchanges: [{ ...exchange, request: { ...exchange.request, body } }] }]),
    )
    assert.ok(page.includes(`… (${body.length} characters; the whole body is in report.json)`))
    assert.ok(page.includes(body.slice(0, 6).replaceAll('"', '&quot;')))
  }
})

test('JSON: a line for each result, and nothing lost', () => {
  const report = sampleReport()
  const text = renderJson(report).toString()
  assert.deepEqual(JSON.parse(text), report)
  const lines = text.split('\n').filter((line) => line.includes('"scenario":'))
  assert.deepEqual(
    lines.map((line) => JSON.parse(line.replace(/,$/, '')).scenario),
    report.results.map(({ scenario }) => scenario),
  )
})

test('JUnit: one test case per check, with the counts that its elements have', () => {
  const report = sampleReport()
  const xml = renderJunit(report)
  assertWellFormed(xml)
  const count = (element: string) => xml.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0
  assert.equal(count('testcase'), report.results.length)
  assert.match(xml, /<testsuites [^>]*tests="7" failures="1" errors="2" skipped="1"/)
  assert.deepEqual([count('failure'), count('error'), count('skipped'), count('system-out')], [1, 2, 1, 2])
  for (const name of ['requirement', 'level', 'edition', 'section', 'rows'])
    assert.match(xml, new RegExp(`<property name="${name}"`))
  assert.match(xml, /<property name="requirements\.untested" value="[1-9]/)
})

test('JUnit: an undecided requirement that is not due is skipped; a deviation fails under the strict profile', () => {
  const xml = renderJunit(sampleReport([sampleResult('inconclusive', { due: false })]))
  assert.match(xml, /failures="0" errors="0" skipped="1"/)
  assert.match(renderJunit(sampleReport([sampleResult('deviation')], { strictProfile: true })), /failures="1"/)
})

test('Markdown: what the gateway said stays text', () => {
  const text = renderMarkdown(sampleReport())
  assert.doesNotMatch(text.replace(/(`+).*?\1/g, ''), /<(?:script|img)/)
  assert.match(text, /\| MUST \| 0 \| 1 \|/)
})

test('terminal: totals, failures with sentence and reproduction, untested; no control characters of the gateway', () => {
  const text = renderTerminal(sampleReport(), { color: false, files: ['reports/latest/report.html'] })
  assert.doesNotMatch(text, /(?!\n)\p{Cc}/u)
  for (const line of [
    /^Edition 2023-03-17, requirements by level$/m,
    /UNTESTED/,
    /^FAILED key-queue\/unique-attributes\.fail, MUST, edition 2023-03-17$/m,
    /^ {2}must be: {3}A client never has two queues alike\.$/m,
    /^ {2}says: {6}section key-queue-creation, KQ-04, reading A-07$/m,
    /^ {2}reproduce: npx mimi-conformance run --only/m,
    /^Not conformant/m,
    /^Untested: [1-9]\d* of edition 2023-03-17; the report says why\.$/m,
    /^Report: reports\/latest\/report\.html$/m,
  ]) {
    assert.match(text, line)
  }
})

/** Enough of XML to know that every element is closed and every ampersand an entity. */
function assertWellFormed(xml: string): void {
  const open: string[] = []
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w-]+)(?:\s+[\w.-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) assert.equal(open.pop(), name)
    else if (!empty) open.push(name)
  }
  assert.deepEqual(open, [])
  assert.doesNotMatch(xml, /&(?!(?:amp|lt|gt|quot|#39);)/)
  const rest = xml.replace(/<\?xml [^>]*\?>/, '').replace(/<\/?[\w-]+(?:\s+[\w.-]+="[^"<]*")*\s*\/?>/g, '')
  assert.doesNotMatch(rest, /<|\]\]>/)
}
