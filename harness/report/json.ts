// The report as it is: report.json, with a line for each result, so that a search finds whole results and no blanks are kept.
import type { Report } from './model.ts'

export function renderJson(report: Report): string {
  const told = Object.entries(report).filter(([, value]) => value !== undefined)
  const members = told.map(([name, value]) => `${JSON.stringify(name)}: ${inLines(value)}`)
  return `{\n${members.join(',\n')}\n}\n`
}

/** Of a list each element on a line of its own, everything else on one. */
function inLines(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value)
  return `[\n${value.map((element) => JSON.stringify(element)).join(',\n')}\n]`
}
