// What changed between two reports, check by check.
import { countsAgainst, isUndecided } from '../report.ts'
import type { Report, StoredResult } from './model.ts'
import { checkName } from './words.ts'

/** In the order in which a reader wants to know. */
export const changeKinds = ['newly-failing', 'fixed', 'changed', 'added', 'removed'] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  readonly kind: ChangeKind
  readonly edition: StoredResult['edition']
  readonly check: string
  readonly level: StoredResult['level']
  /** Verdicts, with `(waived)` behind those that are; absent on the side that has no such check. */
  readonly before?: string
  readonly after?: string
  readonly summary: string
}

/**
 * The differences, sorted by kind, edition and check. Newly failing is what counts against the target now and did not
 * before, in a check that was there before or not; fixed is what counted and has been decided in the target's favour.
 */
export function compareReports(before: Report, after: Report): Change[] {
  const old = new Map(before.results.map((result) => [keyOf(result), result]))
  const now = new Map(after.results.map((result) => [keyOf(result), result]))
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const one = is ?? was
    if (!one) return []
    const kind = kindOf(was && { result: was, report: before }, is && { result: is, report: after })
    if (!kind) return []
    const { edition, level, summary } = one
    const sides = { ...(was && { before: verdictOf(was) }), ...(is && { after: verdictOf(is) }) }
    return [{ kind, edition, check: checkName(one), level, ...sides, summary }]
  })
  return changes.sort(byKind)
}

interface Side {
  readonly result: StoredResult
  readonly report: Report
}

function kindOf(was: Side | undefined, is: Side | undefined): ChangeKind | undefined {
  const failed = was !== undefined && countsAgainst(was.result, was.report)
  if (!is) return 'removed'
  if (countsAgainst(is.result, is.report)) {
    if (!failed) return 'newly-failing'
  } else if (!was) return 'added'
  else if (failed && !isUndecided(is.result) && !is.result.waived) return 'fixed'
  return was && verdictOf(was.result) !== verdictOf(is.result) ? 'changed' : undefined
}

function verdictOf({ verdict, waived }: StoredResult): string {
  return waived ? `${verdict} (waived)` : verdict
}

function keyOf({ edition, requirement, scenario }: StoredResult): string {
  return `${edition} ${requirement} ${scenario}`
}

function byKind(a: Change, b: Change): number {
  const rank = changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind)
  if (rank !== 0) return rank
  return `${a.edition} ${a.check}` < `${b.edition} ${b.check}` ? -1 : 1
}

const titles: Readonly<Record<ChangeKind, string>> = {
  'newly-failing': 'Newly failing',
  fixed: 'Fixed',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
}

/** The changes as text, grouped; each with both verdicts. */
export function renderComparison(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No check has another verdict.\n'
  const groups = changeKinds.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind)
    return own.length === 0 ? [] : [`${titles[kind]} (${own.length})`, ...own.map(line), '']
  })
  return groups.join('\n')
}

function line({ edition, check, level, before, after, summary }: Change): string {
  const verdicts = before !== undefined && after !== undefined ? `${before} -> ${after}` : (after ?? before ?? '')
  const why = after === undefined || after === 'pass' ? '' : `: ${summary.split('\n', 1)[0]}`
  return `  ${check}, ${level}, edition ${edition}: ${verdicts}${why}`
}

/** The same as Markdown, for a comment on a change. */
export function renderComparisonMarkdown(changes: readonly Change[]): string {
  const text = renderComparison(changes).replace(/[\\`*_{}[\]#|~<]/g, '\\$&')
  return text.replace(/^ {2}/gm, '* ').replace(/^(\w[^\n]* \(\d+\))$/gm, '## $1\n')
}
