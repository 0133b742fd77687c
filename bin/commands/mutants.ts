// `mutants`: the suite against every faulty gateway, every legal variation and the degenerate controls.
import { availableParallelism } from 'node:os'
import { Command } from 'commander'
import { createColors } from 'picocolors'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { suggestion } from '../../harness/nearest.ts'
import { globPattern } from '../../harness/select.ts'
import { LiveLine, wantsColor } from '../console.ts'
import { type Matrix, type Met, matrixExitCode, matrixOf } from '../kill-matrix/matrix.ts'
import { meetAll } from '../kill-matrix/pool.ts'
import { loadSubjects, type Subject } from '../kill-matrix/subjects.ts'
import { collect, wholeNumber } from '../options.ts'
import { listenForStop } from '../stop.ts'

interface MutantsOptions {
  readonly only: readonly string[]
  readonly full?: boolean
  readonly json?: true
  readonly workers: number
}

export function mutantsCommand(finish: (code: number) => void): Command {
  return new Command('mutants')
    .description('run the suite against faulty gateways, legal variations and controls; print the kill matrix')
    .option(
      '--only <pattern>',
      'mutant, variation, control or broken requirement, or a glob; may be repeated',
      collect,
      [],
    )
    .option(
      '--full',
      'everything meets the whole suite in every edition: a mutant not only its own scenarios, its area and the journeys, a variation not only one edition of each scenario',
    )
    .option('--workers <n>', 'processes that run checks', wholeNumber(1, 64), availableParallelism())
    .option('--json', 'as JSON')
    .action(async (options: MutantsOptions) => finish(await mutants(options)))
}

async function mutants({ only, full = false, json, workers }: MutantsOptions): Promise<number> {
  const stop = listenForStop()
  const subjects = chosen(await loadSubjects(), only)
  const line = new LiveLine(subjects.length, 'gateways')
  const met: Met[] = []
  const all = await meetAll(subjects, {
    workers,
    full,
    stop,
    onMet(one) {
      met.push(one)
      const { killed, total } = matrixOf(met)
      line.step(killed < total ? `${total - killed} mutants live` : '', one.subject.id)
    },
  })
  line.end()
  if (!all) return 130
  const matrix = matrixOf(all)
  process.stdout.write(json ? `${JSON.stringify(matrix, undefined, 2)}\n` : table(matrix))
  return matrixExitCode(matrix)
}

function chosen(subjects: readonly Subject[], only: readonly string[]): Subject[] {
  const namesOf = (subject: Subject) =>
    subject.kind === 'mutant' ? [subject.id, subject.mutant.breaks] : [subject.id, `${subject.kind}s/${subject.id}`]
  for (const text of only) {
    const pattern = globPattern(text)
    if (subjects.some((subject) => namesOf(subject).some((name) => pattern.test(name)))) continue
    const hint = suggestion(text, subjects.flatMap(namesOf))
    throw new ConfigurationError(
      `--only ${text}: no mutant, variation, control or broken requirement is called that${hint}`,
    )
  }
  const patterns = only.map(globPattern)
  return subjects.filter(
    (subject) =>
      patterns.length === 0 || patterns.some((pattern) => namesOf(subject).some((name) => pattern.test(name))),
  )
}

function table({ mutants: lines, killed, total, variations, controls }: Matrix): string {
  const colors = createColors(wantsColor(process.stdout))
  const mark = (good: boolean, word: string) => (good ? colors.green(word) : colors.red(word))
  const width = Math.max(0, ...lines.map(({ id }) => id.length))
  const text = [
    ...lines.map((line) => {
      const by = line.killed
        ? `${line.killedBy.length} checks`
        : `lives in ${line.livesIn.join(', ') || 'every edition'}`
      const strays = line.strays.length > 0 ? `; also breaks ${line.strays.join(', ')}` : ''
      const errors = line.errors.length > 0 ? `; ${colors.red(`${line.errors.length} harness errors`)}` : ''
      return `${mark(line.killed, line.killed ? 'killed' : 'LIVES ')}  ${line.id.padEnd(width)}  ${by}${colors.dim(strays)}${errors}`
    }),
    ...variations.map(
      ({ id, falseAlarms }) =>
        `${mark(falseAlarms.length === 0, falseAlarms.length === 0 ? 'spared' : 'ALARM ')}  variation ${id}  ${falseAlarms.join('; ')}`,
    ),
    ...controls.map(
      ({ id, passes }) =>
        `${mark(passes.length === 0, passes.length === 0 ? 'caught' : 'PASSES')}  control ${id}  ${passes.join('; ')}`,
    ),
    '',
    `${killed} of ${total} mutants killed, ${variations.length} variations, ${controls.length} controls`,
  ]
  return `${text.join('\n')}\n`
}
