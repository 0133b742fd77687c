// Joins the reports of shards into the report that one run would have given.
import { editions } from '../../spec/editions.ts'
import { ConfigurationError } from '../configuration-error.ts'
import type { LoadedScenario } from '../load.ts'
import { hasNote, makeReport, noteCodes, worstFirst } from '../report.ts'
import { runWide, runWideExamples, runWideSummary } from '../run-wide.ts'
import { select } from '../select.ts'
import type { Note, Report, StoredResult } from './model.ts'

/** A report and where it was read. */
export interface Part {
  readonly path: string
  readonly report: Report
}

/**
 * One report of several parts: results side by side, what is judged over a whole run by the worst, totals counted anew.
 * Throws `ConfigurationError` where parts are of different suites, targets or choices, or hold the same check twice.
 */
export function mergeReports(parts: readonly Part[], scenarios: readonly LoadedScenario[]): Report {
  const [first] = parts
  if (!first) throw new ConfigurationError('merge: expected at least one report')
  for (const part of parts.slice(1)) refuseStranger(first, part)
  const { suite, target, seed, editions: ids, selection } = first.report
  const { shard: _, ...choice } = selection ?? { only: [] }
  const notes = notesOf(parts)
  const { only, level } = choice
  const chosen = select(
    ids.map((id) => editions[id]),
    scenarios,
    { only, ...(level && { level }) },
  )
  return makeReport({
    suite,
    target,
    seed,
    startedAt: parts.map(({ report }) => report.startedAt).sort()[0] ?? first.report.startedAt,
    durationMs: Math.max(...parts.map(({ report }) => report.durationMs)),
    complete: parts.every(({ report }) => report.complete) && missingShards(parts).length === 0,
    selections: chosen,
    ...(selection && { choice: { only, ...(level && { level }) } }),
    results: joined(parts),
    notes,
    waivers: waiverStates(parts),
  })
}

function refuseStranger(first: Part, part: Part): void {
  const same: readonly [string, (report: Report) => unknown][] = [
    ['suite', ({ suite }) => suite],
    ['target', ({ target }) => target],
    ['editions', (report) => report.editions],
    ['--only', ({ selection }) => selection?.only ?? []],
    ['--level', ({ selection }) => selection?.level],
    ['number of shards', ({ selection }) => selection?.shard?.count],
    ['--strict-profile', (report) => hasNote(report, noteCodes.strictProfile)],
  ]
  for (const [what, of] of same) {
    const [expected, found] = [first, part].map(({ report }) => JSON.stringify(of(report)) ?? 'none')
    if (expected === found) continue
    const text = `expected the same ${what} as ${first.path} (${expected}), found ${found}; only shards of one run can be merged`
    throw new ConfigurationError(`${part.path}: ${text}`)
  }
}

function joined(parts: readonly Part[]): StoredResult[] {
  const seen = new Map<string, { readonly path: string; readonly result: StoredResult }>()
  for (const { path, report } of parts) {
    for (const result of report.results) {
      const key = `${result.edition} ${result.requirement} ${result.scenario}`
      const known = seen.get(key)
      if (known && result.scenario !== runWide) {
        const what = `${result.scenario} in ${result.edition}`
        throw new ConfigurationError(`${path}: ${what} is in ${known.path} too; expected every shard once`)
      }
      seen.set(key, { path, result: known ? together(known.result, result) : result })
    }
  }
  return [...seen.values()].map(({ result }) => result)
}

/** Two results over the answers of two shards as one over all of them. */
function together(one: StoredResult, other: StoredResult): StoredResult {
  const sum = (name: string) => countIn(one, name) + countIn(other, name)
  const counts = { answers: sum('answers'), differing: sum('differing') }
  const informed = [one, other].filter((result) => countIn(result, 'answers') > 0)
  const worst = informed.toSorted((a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict))[0] ?? one
  return {
    ...worst,
    summary: runWideSummary(counts),
    mismatches: [...one.mismatches, ...other.mismatches].slice(0, runWideExamples),
    evidence: { answers: { fact: counts.answers }, differing: { fact: counts.differing } },
    exchanges: [...one.exchanges, ...other.exchanges].slice(0, runWideExamples),
  }
}

function countIn({ evidence }: StoredResult, name: string): number {
  const reference = evidence[name]
  return reference && 'fact' in reference && typeof reference.fact === 'number' ? reference.fact : 0
}

function missingShards(parts: readonly Part[]): number[] {
  const count = parts[0]?.report.selection?.shard?.count ?? 0
  const here = new Set(parts.map(({ report }) => report.selection?.shard?.index))
  return Array.from({ length: count }, (_, index) => index + 1).filter((index) => !here.has(index))
}

function notesOf(parts: readonly Part[]): Note[] {
  const notes = new Map<string, Note>()
  for (const { report } of parts)
    for (const note of report.notes)
      if (note.code !== noteCodes.underClaim) notes.set(`${note.code} ${note.text}`, note)
  const missing = missingShards(parts)
  const seeds = new Set(parts.map(({ report }) => report.seed))
  return [
    ...notes.values(),
    ...(missing.length > 0 ? [{ code: 'shards-missing', text: `Missing: shard ${missing.join(', ')}.` }] : []),
    ...(seeds.size > 1 ? [{ code: 'seeds-differ', text: `The shards ran with seeds ${[...seeds].join(', ')}.` }] : []),
  ]
}

/** What a waiver did in any shard counts; it is unmatched where no shard had a use for it. */
function waiverStates(parts: readonly Part[]): Report['waivers'] {
  const strongest = ['applied', 'expired', 'stale', 'unmatched'] as const
  const states = new Map<string, Report['waivers'][number]>()
  for (const { report } of parts) {
    // A check may be waived more than once, so a waiver is told by its place in the file.
    for (const [index, waiver] of report.waivers.entries()) {
      const key = `${index} ${waiver.check} ${waiver.edition}`
      const known = states.get(key)
      if (!known || strongest.indexOf(waiver.state) < strongest.indexOf(known.state)) states.set(key, waiver)
    }
  }
  return [...states.values()]
}
