// The committed kill matrix: complete, without a blemish, and what a sample of the gateways meets again is what it says.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { matrixMarkdown } from '../bin/kill-matrix/markdown.ts'
import { type Matrix, matrixExitCode, matrixOf } from '../bin/kill-matrix/matrix.ts'
import { meet } from '../bin/kill-matrix/meet.ts'
import { loadSubjects, type Subject } from '../bin/kill-matrix/subjects.ts'
import { loadScenarios } from '../harness/load.ts'

const folder = new URL('../../reports/baseline/', import.meta.url)
const baseline: Matrix = JSON.parse(readFileSync(new URL('kill-matrix.json', folder), 'utf8'))
const subjects = await loadSubjects()

/** Of each kind, those whose names hash lowest: the same ones until somebody adds or renames one. */
const sampleSizes = { mutant: 16, variation: 1, control: 1 } as const
const advice = 'npm run baseline writes it anew; review the difference'

test('the baseline knows every faulty gateway, variation and control, and no other', () => {
  const names = ({ mutants, variations, controls }: Matrix) =>
    [mutants, variations, controls].map((lines) => lines.map(({ id }) => id))
  const present = matrixOf(subjects.map((subject) => ({ subject, said: [] })))
  assert.deepEqual(names(baseline), names(present), advice)
})

test('in the baseline every mutant is caught, every variation is spared and no control passes', () => {
  assert.equal(matrixExitCode(baseline), 0)
  assert.equal(baseline.killed, baseline.mutants.length)
  assert.equal(baseline.total, baseline.mutants.length)
  assert.deepEqual(
    baseline.mutants.filter(({ errors, strays }) => errors.length + strays.length > 0).map(({ id }) => id),
    [],
  )
})

test('the table of the baseline is that of its data', () => {
  assert.equal(readFileSync(new URL('kill-matrix.md', folder), 'utf8'), matrixMarkdown(baseline, subjects), advice)
})

test('a sample of the gateways meets the suite as the baseline says', { timeout: 300_000 }, async () => {
  const scenarios = await loadScenarios()
  for (const subject of Object.entries(sampleSizes).flatMap(([kind, size]) => sampleOf(kind, size))) {
    const [again] = linesOf(matrixOf([{ subject, said: await meet(subject, scenarios, false) }]))
    const [before] = linesOf(baseline).filter(({ id }) => id === subject.id)
    assert.deepEqual(again, before, `${subject.kind} ${subject.id}: ${advice}`)
  }
})

function sampleOf(kind: string, size: number): Subject[] {
  const rank = ({ id }: Subject) => createHash('sha256').update(id).digest('hex')
  return subjects
    .filter((subject) => subject.kind === kind)
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .slice(0, size)
}

function linesOf({ mutants, variations, controls }: Matrix): { readonly id: string }[] {
  return [...mutants, ...variations, ...controls]
}
