// Makes the report of a run: results in order, totals counted in requirements, what is untested and why, the exit code.
import type { EditionId } from '../spec/edition.ts'
import { type Level, levels, type Requirement } from '../spec/requirement.ts'
import type { Note, Report, StoredResult, Tally, Untested } from './report/model.ts'
import type { Verdict } from './result.ts'
import type { Selection } from './select.ts'
import type { RunningTarget } from './target.ts'

/** Everything a report is made of. */
export interface Run {
  readonly suite: { readonly name: string; readonly version: string }
  readonly target: Pick<RunningTarget, 'name' | 'version' | 'capabilities'>
  readonly seed: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly complete: boolean
  readonly selections: readonly Selection[]
  /** How they were chosen. */
  readonly choice?: NonNullable<Report['selection']>
  /** In any order; results that are judged over the whole run are simply among them. */
  readonly results: readonly StoredResult[]
  readonly notes: readonly Note[]
  /** What became of the waivers; what they waive is annotated in the results. */
  readonly waivers?: Report['waivers']
}

export function makeReport(run: Run): Report {
  const { suite, target, seed, startedAt, durationMs, complete, selections } = run
  const results = [...run.results].sort(byPlace)
  const declared = isDeclared(target)
  const judged = selections.map((selection) => ({
    ...selection,
    requirements: selection.requirements.filter(declared),
  }))
  const untested = judged.flatMap((selection) => untestedIn(selection, results))
  return {
    schemaVersion: 1,
    suite,
    target: { name: target.name, version: target.version, capabilities: [...target.capabilities] },
    seed,
    startedAt,
    durationMs,
    complete,
    editions: selections.map(({ edition }) => edition.id),
    ...(run.choice && { selection: run.choice }),
    totals: totalsOf(selections, results, { untested, declared }),
    results,
    untested,
    waivers: [...(run.waivers ?? [])],
    notes: [...run.notes, ...underClaims(results)],
  }
}

/** Whether a requirement asks only for what the target declares; others do not apply to it, with or without a scenario. */
function isDeclared({ capabilities }: Run['target']): (requirement: Requirement) => boolean {
  return ({ needs }) => needs.every((need) => capabilities.includes(need))
}

function byPlace(a: StoredResult, b: StoredResult): number {
  const [left, right] = [a, b].map(({ edition, requirement, scenario }) => `${edition}\0${requirement}\0${scenario}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}

/** Worst first: a requirement's verdict is the worst of its scenarios'. */
export const worstFirst: readonly Verdict[] = [
  'fail',
  'warn',
  'deviation',
  'error',
  'inconclusive',
  'pass',
  'not-applicable',
]

/** The verdict of each requirement of an edition that any check has looked at. */
export function requirementVerdicts(
  results: readonly StoredResult[],
  edition: EditionId,
): ReadonlyMap<string, Verdict> {
  const found = new Map<string, Verdict>()
  for (const { requirement, verdict } of results.filter((result) => result.edition === edition)) {
    const known = found.get(requirement)
    if (known && worstFirst.indexOf(known) <= worstFirst.indexOf(verdict)) continue
    found.set(requirement, verdict)
  }
  return found
}

function untestedIn({ edition, requirements, scenarios }: Selection, results: readonly StoredResult[]): Untested[] {
  const told = new Set<string>(scenarios.map(({ scenario }) => scenario.requirement))
  for (const result of results) if (result.edition === edition.id) told.add(result.requirement)
  return requirements
    .filter(({ id }) => !told.has(id))
    .map((requirement) => {
      const { id, rows, level, text } = requirement
      return { edition: edition.id, requirement: id, rows: [...rows], level, text, why: whyUntested(requirement) }
    })
}

/** Why no scenario looks at a requirement. */
export function whyUntested({ observable, why }: Requirement): string {
  const because = why === undefined ? '' : `: ${why}`
  switch (observable) {
    case 'none':
      return `cannot be observed${because}`
    case 'wire-with-peer':
      return `needs another gateway; no scenario yet${because}`
    case 'clock':
      return `needs time to pass; no scenario yet${because}`
    case 'library':
      return `seen only in objects that a library makes; no scenario yet${because}`
    case 'wire':
      return `no scenario yet${because}`
  }
}

function totalsOf(
  selections: readonly Selection[],
  results: readonly StoredResult[],
  { untested, declared }: { readonly untested: readonly Untested[]; readonly declared: (one: Requirement) => boolean },
): Report['totals'] {
  const totals: Report['totals'] = {}
  for (const { edition, requirements } of selections) {
    const verdictOf = requirementVerdicts(results, edition.id)
    const open = new Set<string>(untested.filter((one) => one.edition === edition.id).map((one) => one.requirement))
    const perLevel: Partial<Record<Level, Tally>> = {}
    for (const level of levels) {
      const here = requirements.filter((requirement) => requirement.level === level)
      if (here.length === 0) continue
      const verdicts = here.flatMap(({ id }) => verdictOf.get(id) ?? [])
      const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length
      perLevel[level] = {
        pass: count('pass'),
        fail: count('fail'),
        warn: count('warn'),
        deviation: count('deviation'),
        inconclusive: count('inconclusive'),
        notApplicable: count('not-applicable') + here.filter((one) => !declared(one) && !verdictOf.has(one.id)).length,
        error: count('error'),
        untested: here.filter(({ id }) => open.has(id)).length,
      }
    }
    totals[edition.id] = perLevel
  }
  return totals
}

/** A note for each capability that works although the target does not declare it. */
function underClaims(results: readonly StoredResult[]): Note[] {
  const claims = [...new Set(results.flatMap(({ underClaim }) => underClaim ?? []))]
  return claims.map((claim) => {
    const where = results.filter(({ underClaim }) => underClaim === claim).map(({ edition }) => edition)
    const text = `${claim} works in ${where.join(' and ')}, although the target does not declare it: nothing of it was judged.`
    return { code: noteCodes.underClaim, text }
  })
}

/** Codes of notes that change how a report is counted. */
export const noteCodes = {
  strictProfile: 'strict-profile',
  interrupted: 'interrupted',
  underClaim: 'under-claim',
} as const

export function hasNote({ notes }: Report, sought: string): boolean {
  return notes.some(({ code }) => code === sought)
}

/**
 * 0 conformant, 1 not conformant, 3 no verdict, 130 interrupted; a failure is never hidden behind a 3. A run that ended
 * early on its own account has no verdict either.
 */
export function exitCode(report: Report): 0 | 1 | 3 | 130 {
  if (hasNote(report, noteCodes.interrupted)) return 130
  const [deciding] = decidingResults(report)
  if (deciding && countsAgainst(deciding, report)) return 1
  return deciding || !report.complete ? 3 : 0
}

/** The results that an exit code of 1, or else of 3, rests on. */
export function decidingResults(report: Report): readonly StoredResult[] {
  const against = report.results.filter((result) => countsAgainst(result, report))
  return against.length > 0 ? against : report.results.filter(isUndecided)
}

/** Whether a result makes the target not conformant. */
export function countsAgainst({ verdict, waived }: StoredResult, report: Report): boolean {
  if (waived) return false
  return verdict === 'fail' || (verdict === 'deviation' && hasNote(report, noteCodes.strictProfile))
}

/** Whether a result leaves the target without a verdict. */
export function isUndecided({ verdict, due, waived }: StoredResult): boolean {
  if (waived) return false
  return verdict === 'error' || (verdict === 'inconclusive' && due)
}
