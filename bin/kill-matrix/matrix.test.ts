// The kill matrix: what kills, what does not, and which matrices end with 1.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Parts } from '../../reference/gateway.ts'
import { type Matrix, matrixExitCode, matrixOf } from './matrix.ts'
import type { Saying } from './meet.ts'
import type { Subject } from './subjects.ts'

const alter = (parts: Parts) => parts
const mutant: Subject = {
  kind: 'mutant',
  id: 'a/b.one',
  mutant: { breaks: 'a/b', also: ['a/c'], effect: 'nothing works', alter },
}
const variation: Subject = {
  kind: 'variation',
  id: 'v',
  turn: 0,
  variation: { why: 'allowed', deviates: ['a/c'], alter },
}
const control: Subject = {
  kind: 'control',
  id: 'c',
  control: { does: 'nothing', internal: () => Promise.reject(), external: () => Promise.reject() },
}

function saying(verdict: Saying['verdict'], change: Partial<Saying> = {}): Saying {
  return { edition: '2023-03-17', requirement: 'a/b', scenario: 'a/b', level: 'MUST', due: true, verdict, ...change }
}

function lineOf(...said: Saying[]): Matrix['mutants'][number] {
  const [line] = matrixOf([{ subject: mutant, said }]).mutants
  assert.ok(line)
  return line
}

test('fail, warn and deviation of the broken requirement kill; inconclusive, error and another requirement do not', () => {
  for (const verdict of ['fail', 'warn', 'deviation'] as const) assert.equal(lineOf(saying(verdict)).killed, true)
  for (const verdict of ['pass', 'inconclusive', 'error', 'not-applicable'] as const) {
    assert.equal(lineOf(saying(verdict)).killed, false)
  }
  assert.equal(lineOf(saying('fail', { requirement: 'a/c' })).killed, false)
  assert.equal(lineOf().killed, false)
})

test('a mutant lives on in an edition whose checks do not see it', () => {
  const line = lineOf(saying('fail'), saying('pass', { edition: '2023-03-08' }))
  assert.deepEqual([line.killed, line.livesIn, line.killedBy], [false, ['2023-03-08'], ['2023-03-17 a/b']])
})

test('what else was found broken is told apart by whether the mutant says so', () => {
  const line = lineOf(
    saying('fail'),
    saying('fail', { requirement: 'a/c', scenario: 'a/c' }),
    saying('fail', { requirement: 'a/d', scenario: 'a/d' }),
  )
  assert.deepEqual(
    [line.breaks, line.killedBy, line.strays],
    [['a/b', 'a/c'], ['2023-03-17 a/b', '2023-03-17 a/c'], ['a/d']],
  )
})

test('a variation raises a false alarm by what counts, and by a deviation that it does not announce', () => {
  const alarms = (...said: Saying[]) => matrixOf([{ subject: variation, said }]).variations[0]?.falseAlarms
  assert.deepEqual(
    alarms(saying('pass'), saying('deviation', { requirement: 'a/c' }), saying('inconclusive', { due: false })),
    [],
  )
  assert.deepEqual(alarms(saying('warn')), ['2023-03-17 a/b: warn'])
  assert.deepEqual(alarms(saying('deviation')), ['2023-03-17 a/b: deviation'])
  assert.deepEqual(alarms(saying('inconclusive')), ['2023-03-17 a/b: inconclusive'])
})

test('a control passes a binding requirement only where every check of it passes', () => {
  const passes = (...said: Saying[]) => matrixOf([{ subject: control, said }]).controls[0]?.passes
  assert.deepEqual(passes(saying('pass')), ['2023-03-17 a/b'])
  assert.deepEqual(passes(saying('pass'), saying('inconclusive', { scenario: 'a/b.other' })), [])
  assert.deepEqual(passes(saying('pass', { level: 'PROFILE' }), saying('not-applicable')), [])
})

test('ends with 1 where a mutant lives, a variation alarms or a control passes', () => {
  const code = (subject: Subject, ...said: Saying[]) => matrixExitCode(matrixOf([{ subject, said }]))
  assert.equal(code(mutant, saying('fail')), 0)
  assert.equal(code(mutant, saying('pass')), 1)
  assert.equal(code(variation, saying('pass')), 0)
  assert.equal(code(variation, saying('fail')), 1)
  assert.equal(code(control, saying('fail')), 0)
  assert.equal(code(control, saying('pass')), 1)
})
