// The report as SARIF 2.1.0, for code scanning: every finding with its requirement as the rule.
import { createHash } from 'node:crypto'
import type { Log, ReportingDescriptor, Result } from 'sarif'
import { countsAgainst, isUndecided } from '../report.ts'
import type { Report, StoredResult } from './model.ts'
import { checkName, firstLine, sectionText, waivedText } from './words.ts'

/**
 * One result for each finding: an error where it counts against the target, a warning where it is undecided or does not
 * count. What is waived is suppressed, with the reason. Code scanning wants a file: it is given the target's name.
 */
export function sarifLog(report: Report): Log {
  const found = report.results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')
  const rules = [...new Map(found.map((result) => [result.requirement, result])).values()]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.suite.name,
            version: report.suite.version,
            rules: rules.map(ruleOf),
          },
        },
        automationDetails: { id: `${report.suite.name}/${slug(report.target.name)}/` },
        invocations: [{ executionSuccessful: report.complete, startTimeUtc: report.startedAt }],
        results: found.map((result) => resultOf(result, report, rules.findIndex(isRuleOf(result)))),
      },
    ],
  }
}

export function renderSarif(report: Report): string {
  return `${JSON.stringify(sarifLog(report), undefined, 2)}\n`
}

const isRuleOf =
  ({ requirement }: StoredResult) =>
  (rule: StoredResult): boolean =>
    rule.requirement === requirement

function ruleOf({ requirement, text, section, rows, level }: StoredResult): ReportingDescriptor {
  return {
    id: requirement,
    shortDescription: { text },
    help: { text: `${text} It stands in ${sectionText(section)}.` },
    properties: { level, rows },
  }
}

function resultOf(result: StoredResult, report: Report, ruleIndex: number): Result {
  const { requirement, edition, verdict, mismatches, reproduce, summary } = result
  const counts = countsAgainst(result, report)
  const justification = waivedText(result)
  const seen = mismatches.map(({ at, expected, actual }) => `${at}: expected ${expected}, was ${actual}`)
  const lines = [`${verdict}: ${firstLine(summary)}`, ...seen, `Reproduce: ${reproduce}`]
  return {
    ruleId: requirement,
    ruleIndex,
    level: counts ? 'error' : isUndecided(result) ? 'warning' : 'note',
    message: { text: lines.join('\n') },
    locations: [
      { physicalLocation: { artifactLocation: { uri: slug(report.target.name) }, region: { startLine: 1 } } },
    ],
    partialFingerprints: { 'check/v1': hash(`${edition} ${checkName(result)}`) },
    properties: { edition, verdict, check: checkName(result) },
    ...(justification !== undefined && { suppressions: [{ kind: 'external', status: 'accepted', justification }] }),
  }
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'target'
  )
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32)
}
