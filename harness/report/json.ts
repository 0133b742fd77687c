// The report as it is: report.json, with a line for each result, so that a search finds whole results and no blanks are kept.
import type { Report, StoredResult } from './model.ts'

/** The report as JSON in UTF-8. */
export function renderJson(report: Report): Buffer {
  const told = Object.entries(report).filter(([, value]) => value !== undefined)
  const members = told.map(([name, value]) => [Buffer.from(`${JSON.stringify(name)}: `), ...inLines(value)])
  return Buffer.concat([Buffer.from('{\n'), ...joined(members), Buffer.from('\n}\n')])
}

/** Of a list each element on a line of its own, everything else on one. */
function inLines(value: unknown): Buffer[] {
  if (!Array.isArray(value) || value.length === 0) return [line(value)]
  const elements = value.map((element) => [lines.get(element) ?? line(element)])
  return [Buffer.from('[\n'), ...joined(elements), Buffer.from('\n]')]
}

function joined(parts: readonly Buffer[][]): Buffer[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [Buffer.from(',\n'), ...part]))
}

function line(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

const lines = new WeakMap<WeakKey, Buffer>()

/** Makes a result's line ahead of the report that will have it. */
export function writeLine(result: StoredResult): void {
  lines.set(result, line(result))
}
