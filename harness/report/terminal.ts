// The report for a terminal: per edition and level a table, then each finding with its sentence and how to reproduce it.
import { createColors } from 'picocolors'
import { countsAgainst, decidingResults, exitCode, isUndecided } from '../report.ts'
import type { Report, StoredResult } from './model.ts'
import {
  type Column,
  checkName,
  checksText,
  columns,
  conclusion,
  duration,
  firstLine,
  sectionText,
  sumOf,
  verdictTitle,
  waivedText,
  waiverLines,
} from './words.ts'

export interface TerminalOptions {
  readonly color: boolean
  /** Where the written formats lie, for the last line. */
  readonly files: readonly string[]
}

type Colors = ReturnType<typeof createColors>

/** What `run` prints on standard output. */
export function renderTerminal(report: Report, { color, files }: TerminalOptions): string {
  const colors = createColors(color)
  const { target, suite, seed, results } = report
  const against = results.filter((result) => countsAgainst(result, report))
  const undecided = results.filter(isUndecided)
  const others = results.filter(
    (result) =>
      !against.includes(result) &&
      !undecided.includes(result) &&
      result.verdict !== 'pass' &&
      result.verdict !== 'not-applicable',
  )
  const code = exitCode(report)
  const notes = [...report.notes.map(({ text }) => text), ...waiverLines(report)]
  const verdictLine = (code === 0 ? colors.green : colors.red)(
    colors.bold(conclusion(report, code, decidingResults(report).length)),
  )
  const lines = [
    `${colors.bold(printable(`${target.name} ${target.version}`))}, ${checksText(results.length)} in ${duration(report.durationMs)}, seed ${seed} (${suite.name} ${suite.version})`,
    '',
    ...report.editions.flatMap((edition) => [...table(report, edition, colors), '']),
    ...first(against, shown.against, (result) => [...finding(result, colors), '']),
    ...first(undecided, shown.undecided, (result) => [...finding(result, colors), '']),
    ...first(others, shown.others, (result) => [line(result, colors)]),
    ...(others.length > 0 ? [''] : []),
    ...notes.map((text) => `note: ${printable(text)}`),
    ...(notes.length > 0 ? [''] : []),
    `${verdictLine}.`,
    ...untestedLine(report),
    ...(files.length > 0 ? [`Report: ${files.join(', ')}`] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** How many results of a kind are told in full before the rest is left to the report. */
const shown = { against: 40, undecided: 5, others: 15 }

function first(results: readonly StoredResult[], most: number, told: (result: StoredResult) => string[]): string[] {
  const rest = results.slice(most)
  if (rest.length === 0) return results.flatMap(told)
  const kinds = [...new Set(rest.map(({ verdict }) => verdictTitle(verdict)))].join(', ')
  return [...results.slice(0, most).flatMap(told), `… and ${rest.length} more (${kinds}) in the report`, '']
}

function table(report: Report, edition: Report['editions'][number], colors: Colors): string[] {
  const perLevel = Object.entries(report.totals[edition] ?? {})
  const rows = [...perLevel, ['all', sumOf(perLevel.map(([, tally]) => tally))] as const]
  const cell = ({ key, title }: Column, count: number) => {
    const text = String(count).padStart(title.length)
    if (count === 0) return colors.dim(text)
    if (key === 'fail' || key === 'error') return colors.red(text)
    if (key === 'pass') return colors.green(text)
    return key === 'notApplicable' ? text : colors.yellow(text)
  }
  const label = (text: string) => `  ${text.padEnd(8)}`
  return [
    `${colors.bold(`Edition ${edition}`)}, requirements by level`,
    label('') + columns.map(({ title }) => title).join('  '),
    ...rows.map(([level, tally]) => label(level) + columns.map((column) => cell(column, tally[column.key])).join('  ')),
  ]
}

function finding(result: StoredResult, colors: Colors): string[] {
  const { edition, level, section, rows, readings, text, mismatches, firstCause } = result
  const title = `${verdictTitle(result.verdict).toUpperCase()} ${checkName(result)}`
  const source = [sectionText(section), ...rows, ...readings.map((id) => `reading ${id}`)].join(', ')
  return [
    colors.red(title) + `, ${level}, edition ${edition}`,
    `  must be:   ${printable(text)}`,
    `  says:      ${source}`,
    ...mismatches.map(
      ({ at, expected, actual }) => `  ${printable(at)}: expected ${printable(expected)}, was ${printable(actual)}`,
    ),
    ...(mismatches.length === 0 && result.summary !== text && result.summary !== firstCause
      ? [`  found:     ${printable(firstLine(result.summary))}`]
      : []),
    ...(firstCause === undefined ? [] : [`  because:   ${printable(firstCause)}`]),
    `  reproduce: ${result.reproduce}`,
  ]
}

function line(result: StoredResult, colors: Colors): string {
  const { verdict, requirement, level, edition, mismatches, summary } = result
  const [first] = mismatches
  const what = first ? `${first.at}: expected ${first.expected}, was ${first.actual}` : firstLine(summary)
  const waived = waivedText(result)
  if (waived !== undefined)
    return `${colors.yellow(verdictTitle(verdict))} ${requirement}, ${level}, edition ${edition}, ${printable(waived)}`
  return `${colors.yellow(verdictTitle(verdict))} ${requirement}, ${level}, edition ${edition}: ${printable(what)}`
}

function untestedLine({ editions, totals }: Report): string[] {
  const counts = editions.map((edition) => sumOf(Object.values(totals[edition] ?? {})).untested)
  if (counts.every((count) => count === 0)) return []
  const said = editions.map((edition, index) => `${counts[index]} of edition ${edition}`).join(' and ')
  return [`Untested: ${said}; the report says why.`]
}

/** What a gateway said, without what would move a cursor or change a colour, on one line of bearable length. */
function printable(text: string): string {
  const safe = text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
  return safe.length > 500 ? `${safe.slice(0, 500)}…` : safe
}
