// The findings of a report as workflow commands of GitHub Actions, which shows them beside the change that is checked.
import { countsAgainst, isUndecided } from '../report.ts'
import type { Report, StoredResult } from './model.ts'
import { checkName, firstLine, sectionText } from './words.ts'

/** GitHub shows so many of a kind for one step; the report has them all. */
const shownPerKind = 10

/** One line for each finding that counts (error) or leaves the target without a verdict (warning); the gravest first. */
export function renderAnnotations(report: Report): string {
  const against = report.results.filter((result) => countsAgainst(result, report))
  const undecided = report.results.filter(isUndecided)
  return [
    ...against.slice(0, shownPerKind).map((result) => command('error', result)),
    ...undecided.slice(0, shownPerKind).map((result) => command('warning', result)),
  ].join('')
}

function command(kind: 'error' | 'warning', result: StoredResult): string {
  const { level, edition, text, section, mismatches, firstCause, reproduce } = result
  const seen = mismatches.map(({ at, expected, actual }) => `${at}: expected ${expected}, was ${actual}`)
  const lines = [
    `${text} (${sectionText(section)})`,
    ...(seen.length > 0 ? seen : [firstCause ?? firstLine(result.summary)]),
    `Reproduce: ${reproduce}`,
  ]
  return `::${kind} title=${property(`${checkName(result)}, ${level}, ${edition}`)}::${data(lines.join('\n'))}\n`
}

/** What would end the message, or start another command, is escaped as GitHub's runner reads it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
