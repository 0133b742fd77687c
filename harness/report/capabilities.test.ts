// Capabilities are counted in requirements, what is untested is named, and nothing is a percentage.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capabilityScores, scoreText } from './capabilities.ts'
import { renderHtml } from './html/page.ts'
import { renderMarkdown } from './markdown.ts'
import { sampleReport, sampleResult } from './sample.test.ts'

const scoreOf = (...verdicts: Parameters<typeof sampleResult>[0][]) => {
  const [score] = capabilityScores(sampleReport(verdicts.map((verdict) => sampleResult(verdict))))
  assert.ok(score)
  return score
}

test('counts a requirement once, by its worst check', () => {
  assert.deepEqual([scoreOf('pass').pass, scoreOf('pass').tested], [1, 1])
  assert.deepEqual([scoreOf('pass', 'fail').pass, scoreOf('pass', 'fail').tested], [0, 1])
  assert.deepEqual([scoreOf('inconclusive').pass, scoreOf('inconclusive').tested], [0, 1])
})

test('what does not apply is not tested', () => assert.equal(scoreOf('not-applicable').tested, 0))

test('says how many are untested, and why', () => {
  const score = scoreOf('pass')
  assert.ok(score.untested > 1)
  assert.match(scoreText(score), /^1 of 1 tested MUSTs pass, \d+ untested because: /)
  assert.equal(scoreText({ ...score, untested: 0, reasons: [] }), '1 of 1 tested MUSTs pass')
})

test('is in the pages that people read, without a percentage', () => {
  const report = sampleReport([sampleResult('pass')])
  assert.match(renderMarkdown(report), /\| key-queues \| 2023-03-17 \| 1 of 1 tested MUSTs pass, /)
  assert.match(renderHtml(report), /1 of 1 tested MUSTs pass, /)
})
