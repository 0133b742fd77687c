// The report as Markdown, for a job summary or a comment on a change.
import { countsAgainst, decidingResults, exitCode, isUndecided } from '../report.ts'
import { capabilityScores, scoreText } from './capabilities.ts'
import type { Report, StoredResult } from './model.ts'
import {
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

export function renderMarkdown(report: Report): string {
  const { target, suite, seed, results } = report
  const shown = results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')
  const counting = shown.filter((result) => countsAgainst(result, report) || isUndecided(result))
  const others = shown.filter((result) => !counting.includes(result))
  const notes = [...report.notes.map(({ text }) => text), ...waiverLines(report)]
  return `${[
    `# Conformance of ${plain(target.name)} ${plain(target.version)}`,
    `**${conclusion(report, exitCode(report), decidingResults(report).length)}.** Seed ${seed}, ${duration(report.durationMs)}, ${suite.name} ${suite.version}.`,
    ...report.editions.map((edition) => totalsTable(report, edition)),
    ...capabilityTable(report),
    ...(counting.length > 0 ? ['## What counts', ...counting.map(finding)] : []),
    ...(others.length > 0 ? ['## What does not count', others.map(line).join('\n')] : []),
    ...(notes.length > 0 ? ['## Notes', notes.map((text) => `* ${plain(text)}`).join('\n')] : []),
  ].join('\n\n')}\n`
}

function totalsTable(report: Report, edition: Report['editions'][number]): string {
  const perLevel = Object.entries(report.totals[edition] ?? {})
  const rows = [...perLevel, ['all', sumOf(perLevel.map(([, tally]) => tally))] as const]
  return [
    `## Edition ${edition}`,
    '',
    `| requirements | ${columns.map(({ title }) => title).join(' | ')} |`,
    `|---|${columns.map(() => '---:|').join('')}`,
    ...rows.map(([level, tally]) => `| ${level} | ${columns.map(({ key }) => tally[key]).join(' | ')} |`),
  ].join('\n')
}

/** What was declared, capability by capability; MUST counts processing steps too. */
function capabilityTable(report: Report): string[] {
  const scores = capabilityScores(report)
  if (scores.length === 0) return []
  const rows = scores.map((score) => `| ${score.capability} | ${score.edition} | ${plain(scoreText(score))} |`)
  return ['## Declared capabilities', ['| capability | edition | |', '|---|---|---|', ...rows].join('\n')]
}

function finding(result: StoredResult): string {
  const { requirement, edition, level, section, text, mismatches, firstCause, reproduce, verdict } = result
  return [
    `### ${verdictTitle(verdict)}: ${plain(requirement)} (${level}, ${edition})`,
    '',
    `${plain(text)} It stands in ${plain(sectionText(section))}.`,
    '',
    ...mismatches.map(({ at, expected, actual }) => `* ${code(at)}: expected ${code(expected)}, was ${code(actual)}`),
    ...(firstCause === undefined ? [] : [`* First cause: ${code(firstCause)}`]),
    '',
    `Reproduce: ${code(reproduce)}`,
  ].join('\n')
}

function line(result: StoredResult): string {
  const { requirement, edition, level, verdict, summary } = result
  const waived = waivedText(result)
  const told = waived === undefined ? firstLine(summary) : `${firstLine(summary)} (${waived})`
  return `* ${verdictTitle(verdict)}: ${plain(requirement)} (${level}, ${edition}): ${plain(told)}`
}

/** Text without any meaning to Markdown or HTML, on one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
}

/** Text as code on one line, fenced by more backticks than it holds. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`
}
