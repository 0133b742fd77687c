// `npm run mutants:blind`: mutation testing of the reference gateway with the conformance suite alone as its test.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { LiveLine } from '../../bin/console.ts'
import { isEquivalent } from './equivalent.ts'
import { type BlindMutant, instrument } from './instrument.ts'
import { cover, measure, type Score, scoreOf, type Tried } from './measure.ts'
import { sampleOf } from './sample.ts'
import { endWorkers } from './workers.ts'

const usage = `usage: npm run mutants:blind -- [options]

  --sample N     how many mutants are tried (400)
  --seed S       which sample is drawn (1)
  --workers N    worker processes (one for each core)
  --only PATH    only mutants of files whose path contains PATH
  --out FILE     a line of JSON for each mutant, written as it has been tried
  --score FILE   tries nothing: counts such a file anew, with what has been set aside since it was written
  --help         this text
`

const { sample: size, seed, workers, only, out, score } = chosenOptions()
if (score !== undefined) {
  process.stdout.write(table(readTried(score)))
  process.exit()
}
const tried: Tried[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endWorkers()
    process.stdout.write(table(tried))
    process.exit(130)
  })
}

const { mutants, leftOut } = await instrument()
const chosen = mutants.filter(({ file }) => only === undefined || file.includes(only))
if (chosen.length === 0) refuse(`--only ${only}: nothing that is mutated has this in its path`)
const sample = sampleOf(chosen, size, seed)
process.stderr.write(
  `${mutants.length} mutants, ${leftOut} that only people read or no gateway runs left out; ${sample.length} are tried\n`,
)
const reach = await cover()
if (out !== undefined) writeFileSync(out, '')
const line = new LiveLine(sample.length, 'mutants')
await measure(sample, {
  ...{ mutants, reach, workers },
  onTried: (one) => {
    tried.push(one)
    line.step('', `${one.fate} ${placeOf(one.mutant)}`)
    if (out !== undefined) appendFileSync(out, `${JSON.stringify(one)}\n`)
  },
})
line.end()
process.stdout.write(table(tried))

function readTried(file: string): Tried[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const all = lines.map((one) => JSON.parse(one) as Tried)
  return all.map((one) => (one.fate === 'unseen' && isEquivalent(one.mutant) ? { ...one, fate: 'equivalent' } : one))
}

function table(all: readonly Tried[]): string {
  const strata = [...new Set(all.map(({ mutant }) => mutant.stratum))].sort()
  const survivors = all.filter(({ fate }) => fate === 'unseen')
  return [
    'what               tried   seen  ended  unseen  equivalent  share',
    ...strata.map((stratum) => row(stratum, scoreOf(all.filter(({ mutant }) => mutant.stratum === stratum)))),
    row('all', scoreOf(all)),
    '',
    ...survivors.map(
      ({ mutant, unreached, waited, undecided }) =>
        `unseen${unreached ? ', not reached' : ''}${waited ? ', waited' : ''}${undecided > 0 ? `, ${undecided} undecided` : ''}: ${placeOf(mutant)} ${mutant.mutator}\n    ${short(mutant.original)}\n    ${short(mutant.replacement)}`,
    ),
    '',
  ].join('\n')
}

function row(name: string, { tried, seen, ended, unseen, equivalent, share, interval }: Score): string {
  const [low, high] = interval.map(percent)
  const counts = [tried, seen, ended, unseen].map((count) => String(count).padStart(7)).join('')
  return `${name.padEnd(17)}${counts}${String(equivalent).padStart(12)}  ${percent(share)} (${low} to ${high})`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function placeOf({ file, line: at }: BlindMutant): string {
  return `${file}:${at}`
}

function short(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}...` : text
}

function chosenOptions() {
  try {
    const { values } = parseArgs({
      options: {
        sample: { type: 'string', default: '400' },
        seed: { type: 'string', default: '1' },
        workers: { type: 'string', default: String(availableParallelism()) },
        only: { type: 'string' },
        out: { type: 'string' },
        score: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      process.stdout.write(usage)
      process.exit(0)
    }
    const number = (name: 'sample' | 'seed' | 'workers') => wholeNumber(name, values[name])
    return { ...values, sample: number('sample'), seed: number('seed'), workers: number('workers') }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value > 0 ? value : refuse(`--${name} ${text}: expected a whole number above 0`)
}

/** One line, and the code of wrong usage. */
function refuse(what: string): never {
  process.stderr.write(`${what.split('\n')[0]}\n`)
  process.exit(2)
}
