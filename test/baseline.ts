// Writes reports/baseline/, which is committed and reviewed as a diff: the verdicts of the reference gateway and the kill matrix.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LiveLine } from '../bin/console.ts'
import { matrixMarkdown } from '../bin/kill-matrix/markdown.ts'
import { matrixExitCode, matrixOf } from '../bin/kill-matrix/matrix.ts'
import { meetAll } from '../bin/kill-matrix/pool.ts'
import { loadSubjects } from '../bin/kill-matrix/subjects.ts'
import { listenForStop } from '../bin/stop.ts'
import { referenceVerdicts } from './reference-run.test.kit.ts'

const folder = fileURLToPath(new URL('../../reports/baseline/', import.meta.url))

const stop = listenForStop()
const subjects = await loadSubjects()
const line = new LiveLine(subjects.length, 'gateways')
const met = await meetAll(subjects, {
  workers: availableParallelism(),
  full: false,
  stop,
  onMet: ({ subject }) => line.step('', subject.id),
})
line.end()
if (met) {
  const matrix = matrixOf(met)
  mkdirSync(folder, { recursive: true })
  write('kill-matrix.json', `${JSON.stringify(matrix, undefined, 1)}\n`)
  write('kill-matrix.md', matrixMarkdown(matrix, subjects))
  write('verdicts.json', `${JSON.stringify(await referenceVerdicts(), undefined, 1)}\n`)
  process.exitCode = matrixExitCode(matrix)
} else process.exitCode = 130

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}
