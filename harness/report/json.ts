// The report as it is: report.json.
import type { Report } from './model.ts'

export function renderJson(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`
}
