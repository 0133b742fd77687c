// The report as CTRF (Common Test Report Format), one test for each check.
import { countsAgainst, isUndecided } from '../report.ts'
import type { Report, StoredResult } from './model.ts'
import { checkName, firstLine, waivedText } from './words.ts'

type Status = 'passed' | 'failed' | 'skipped' | 'other'

export function renderCtrf(report: Report): string {
  const { suite, target, results } = report
  const statuses = results.map((result) => statusOf(result, report))
  const count = (status: Status) => statuses.filter((one) => one === status).length
  const start = Date.parse(report.startedAt)
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    generatedBy: suite.name,
    timestamp: report.startedAt,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        tests: results.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        start,
        stop: start + Math.round(report.durationMs),
      },
      tests: results.map((result, index) => testOf(result, statuses[index] ?? 'other')),
      environment: { appName: target.name, appVersion: target.version, extra: { seed: report.seed } },
    },
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** What is undecided is neither passed nor failed; what does not apply, or is waived, was skipped. */
function statusOf(result: StoredResult, report: Report): Status {
  if (countsAgainst(result, report)) return 'failed'
  if (result.verdict === 'not-applicable' || result.waived) return 'skipped'
  return isUndecided(result) || result.verdict !== 'pass' ? 'other' : 'passed'
}

function testOf(result: StoredResult, status: Status) {
  const { edition, requirement, level, section, rows, verdict, mismatches, reproduce, durationMs } = result
  const seen = mismatches.map(({ at, expected, actual }) => `${at}: expected ${expected}, was ${actual}`)
  return {
    name: checkName(result),
    status,
    duration: Math.round(durationMs),
    suite: [`edition ${edition}`, requirement.split('/')[0] ?? requirement],
    rawStatus: verdict,
    ...(status !== 'passed' && { message: waivedText(result) ?? firstLine(result.summary) }),
    ...(seen.length > 0 && { trace: seen.join('\n') }),
    tags: [level, edition],
    extra: { requirement, level, edition, section, rows, reproduce },
  }
}
