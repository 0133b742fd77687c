// `npm run mutants:blind`: mutation testing of the reference gateway with the conformance suite alone as its test.
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { LiveLine } from '../../bin/console.ts'
import { type BlindMutant, instrument } from './instrument.ts'
import { cover, measure, type Score, scoreOf, type Tried } from './measure.ts'
import { sampleOf } from './sample.ts'

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    only: { type: 'string' },
    out: { type: 'string' },
  },
})

const { mutants, leftOut } = await instrument()
const chosen = mutants.filter(({ file }) => values.only === undefined || file.includes(values.only))
const sample = sampleOf(chosen, wholeNumber('sample', values.sample), wholeNumber('seed', values.seed))
process.stderr.write(`${mutants.length} mutants, ${leftOut} in texts for people left out; ${sample.length} are tried\n`)
const coverage = await cover()
const line = new LiveLine(sample.length, 'mutants')
const tried = await measure(sample, coverage, {
  workers: wholeNumber('workers', values.workers),
  onTried: ({ mutant, fate }) => line.step('', `${fate} ${placeOf(mutant)}`),
})
line.end()
if (values.out !== undefined)
  writeFileSync(values.out, `${JSON.stringify({ seed: values.seed, tried }, undefined, 1)}\n`)
process.stdout.write(table(tried))

function table(all: readonly Tried[]): string {
  const strata = [...new Set(all.map(({ mutant }) => mutant.stratum))].sort()
  const survivors = all.filter(({ fate }) => fate === 'unseen')
  return [
    'what               tried   seen   hung  unseen  equivalent  share',
    ...strata.map((stratum) => row(stratum, scoreOf(all.filter(({ mutant }) => mutant.stratum === stratum)))),
    row('all', scoreOf(all)),
    '',
    ...survivors.map(
      ({ mutant, unreached, undecided }) =>
        `unseen${unreached ? ', not reached' : ''}${undecided > 0 ? `, ${undecided} undecided` : ''}: ${placeOf(mutant)} ${mutant.mutator}\n    ${short(mutant.original)}\n    ${short(mutant.replacement)}`,
    ),
    '',
  ].join('\n')
}

function row(name: string, { tried, seen, hung, unseen, equivalent, share, interval }: Score): string {
  const [low, high] = interval.map(percent)
  const counts = [tried, seen, hung, unseen].map((count) => String(count).padStart(7)).join('')
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

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  process.stderr.write(`--${name} ${text}: expected a whole number above 0\n`)
  process.exit(2)
}
