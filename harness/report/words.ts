// What verdicts and outcomes are called where a person reads them.
import type { Verdict } from '../result.ts'
import type { Report, StoredResult, Tally } from './model.ts'

export interface Column {
  readonly key: keyof Tally
  /** The verdict that is counted; absent for requirements without a scenario. */
  readonly verdict?: Verdict
  readonly title: string
}

/** The columns of every table of totals, in the order they are read. */
export const columns: readonly Column[] = [
  { key: 'pass', verdict: 'pass', title: 'passed' },
  { key: 'fail', verdict: 'fail', title: 'failed' },
  { key: 'warn', verdict: 'warn', title: 'warning' },
  { key: 'deviation', verdict: 'deviation', title: 'deviation' },
  { key: 'inconclusive', verdict: 'inconclusive', title: 'inconclusive' },
  { key: 'notApplicable', verdict: 'not-applicable', title: 'not applicable' },
  { key: 'error', verdict: 'error', title: 'harness error' },
  { key: 'untested', title: 'UNTESTED' },
]

export function verdictTitle(verdict: Verdict): string {
  return columns.find((column) => column.verdict === verdict)?.title ?? verdict
}

/** The whole of a report in one sentence, given its exit code and how many checks decided that. */
export function conclusion({ results, complete }: Report, code: number, deciding: number): string {
  const checks = checksText(results.length)
  const waived = results.filter((result) => result.waived).length
  switch (code) {
    case 0:
      return `Conformant: nothing failed in ${checks}${waived > 0 ? ` but what is waived (${waived})` : ''}`
    case 1:
      return `Not conformant: ${deciding} of ${checks} failed`
    case 130:
      return `Interrupted after ${checks}; this report is not complete`
    default:
      return complete
        ? `No verdict: ${deciding} of ${checks} could not be decided`
        : `No verdict: the run ended after ${checks}, before it was complete`
  }
}

/** `1 check`, `2 checks`. */
export function checksText(count: number): string {
  return `${count} check${count === 1 ? '' : 's'}`
}

/** Where a requirement stands, in words. */
export function sectionText(section: string): string {
  if (section === 'profile') return 'the wire profile'
  return /^(?:RFC|draft-)/.test(section) ? section : `section ${section}`
}

/** All levels of an edition together. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
  return {
    pass: sum('pass'),
    fail: sum('fail'),
    warn: sum('warn'),
    deviation: sum('deviation'),
    inconclusive: sum('inconclusive'),
    notApplicable: sum('notApplicable'),
    error: sum('error'),
    untested: sum('untested'),
  }
}

/** `41 ms`, `12.3 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

/** What a check is called: its scenario, with the requirement where the scenario's name does not tell it. */
export function checkName({ requirement, scenario }: StoredResult): string {
  return scenario.startsWith(requirement) ? scenario : `${requirement} (${scenario})`
}

/** What a person reads of a text that may carry details of a defect behind its first line. */
export function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

/** What is waived, until when and why. */
export function waivedText({ waived }: StoredResult): string | undefined {
  if (!waived) return undefined
  const issue = waived.issue === undefined ? '' : ` (${waived.issue})`
  return `waived until ${waived.until}: ${waived.reason}${issue}`
}

const waiverTexts: Readonly<Record<Report['waivers'][number]['state'], string | undefined>> = {
  applied: undefined,
  stale: 'is stale: its check does not fail any more; remove it',
  expired: 'has expired: it waives nothing any more',
  unmatched: 'matched nothing in this run',
}

/** One line for each waiver that somebody should look at. */
export function waiverLines({ waivers }: Report): string[] {
  return waivers.flatMap(({ check, edition, state }) => {
    const text = waiverTexts[state]
    return text === undefined ? [] : [`waiver of ${check}${edition ? ` (${edition})` : ''} ${text}`]
  })
}
