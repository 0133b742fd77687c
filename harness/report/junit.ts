// The report as JUnit XML: one test case per check, with level, requirement, edition and section as properties.
import { countsAgainst, isUndecided } from '../report.ts'
import { type Markup, markup } from './markup.ts'
import type { Report, StoredResult } from './model.ts'
import { checkName, columns, firstLine, sumOf, waivedText } from './words.ts'

/** A CI server sees a failure where the target fails, an error where there is no verdict, else green or skipped. */
export function renderJunit(report: Report): string {
  const suites = report.editions.map((edition) => suiteOf(report, edition))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    markup`<testsuites name="mimi-conformance: ${report.target.name}" ${counts(report.results, report)}>${suites}
</testsuites>
`.text
  }`
}

function suiteOf(report: Report, edition: Report['editions'][number]): Markup {
  const results = report.results.filter((result) => result.edition === edition)
  const tally = sumOf(Object.values(report.totals[edition] ?? {}))
  const facts: [string, string | number][] = [
    ['target', `${report.target.name} ${report.target.version}`],
    ['suite', `${report.suite.name} ${report.suite.version}`],
    ['seed', report.seed],
    ['complete', String(report.complete)],
    ...columns.map(({ key }): [string, number] => [`requirements.${key}`, tally[key]]),
  ]
  return markup`
  <testsuite name="edition ${edition}" timestamp="${report.startedAt}" ${counts(results, report)}>
    <properties>${properties(facts)}</properties>${results.map((result) => caseOf(result, report))}
  </testsuite>`
}

function counts(results: readonly StoredResult[], report: Report): Markup {
  const failures = results.filter((result) => countsAgainst(result, report)).length
  const errors = results.filter(isUndecided).length
  const skipped = results.filter(isSkipped).length
  return markup`tests="${results.length}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds(
    results.reduce((sum, { durationMs }) => sum + durationMs, 0),
  )}"`
}

function isSkipped({ verdict, due, waived }: StoredResult): boolean {
  return waived !== undefined || verdict === 'not-applicable' || (verdict === 'inconclusive' && !due)
}

function caseOf(result: StoredResult, report: Report): Markup {
  const { edition, requirement, level, section, rows, verdict, durationMs } = result
  const facts: [string, string][] = [
    ['requirement', requirement],
    ['rows', rows.join(' ')],
    ['edition', edition],
    ['level', level],
    ['section', section],
    ['verdict', verdict],
  ]
  return markup`
    <testcase classname="${edition}.${requirement.split('/')[0]}" name="${checkName(result)}" time="${seconds(durationMs)}">
      <properties>${properties(facts)}</properties>${outcome(result, report)}
    </testcase>`
}

function outcome(result: StoredResult, report: Report): Markup | undefined {
  const { verdict, level } = result
  const summary = firstLine(result.summary)
  if (countsAgainst(result, report)) {
    return markup`
      <failure type="${level}" message="${summary}">${detail(result)}</failure>`
  }
  if (isUndecided(result)) {
    return markup`
      <error type="${verdict}" message="${summary}">${detail(result)}</error>`
  }
  if (isSkipped(result)) {
    return markup`
      <skipped message="${[verdict, waivedText(result), summary].filter((text) => text !== undefined).join(': ')}"/>`
  }
  if (verdict === 'pass') return undefined
  return markup`
      <system-out>${verdict}: ${detail(result)}</system-out>`
}

function detail({ text, section, mismatches, firstCause, reproduce }: StoredResult): string {
  return [
    text,
    `section: ${section}`,
    ...mismatches.map(({ at, expected, actual }) => `${at}: expected ${expected}, was ${actual}`),
    ...(firstCause === undefined ? [] : [`first cause: ${firstCause}`]),
    `reproduce: ${reproduce}`,
  ].join('\n')
}

function properties(facts: readonly [string, string | number][]): Markup[] {
  return facts.map(([name, value]) => markup`<property name="${name}" value="${value}"/>`)
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}
