// What a change of the text means for the suite: requirements whose sentence or operation it touches, and their checks.
import type { Edition } from '../../spec/edition.ts'
import type { Requirement } from '../../spec/requirement.ts'
import type { Draft, Placed } from '../model.ts'
import { isBareToDo } from '../remarks.ts'
import type { DraftDiff, SentenceChange } from './model.ts'

/** What the suite has for a requirement, by its id. */
export interface Suite {
  readonly scenarios: ReadonlyMap<string, readonly string[]>
  readonly mutants: ReadonlyMap<string, readonly string[]>
  /** Results of reports, by requirement: verdicts that say nothing of the new text. */
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>
}

export interface Verdict {
  readonly gateway: string
  readonly check: string
  readonly verdict: string
}

export interface Touched {
  readonly requirement: Requirement['id']
  readonly level: Requirement['level']
  /** What touches it: `sentence`, `operation`, `definition` or `figure`, with the section. */
  readonly by: readonly string[]
  readonly scenarios: readonly string[]
  readonly mutants: readonly string[]
  readonly rerun: readonly Verdict[]
}

export interface Impact {
  /** Requirements that may ask something else now. */
  readonly touched: readonly Touched[]
  /** Requirements whose sentence moved, was mended or has other terms: the catalogue follows, the checks stay. */
  readonly carried: readonly Requirement['id'][]
  /** Of each changed sentence, the requirements that hold its old words or its new ones. */
  readonly requirementsOf: ReadonlyMap<SentenceChange, readonly Requirement['id'][]>
}

export function impactOf(old: Draft, diff: DraftDiff, { edition, suite }: { edition: Edition; suite: Suite }): Impact {
  const { requirements } = edition
  const byPlace = idsBy(requirements, ({ section, fingerprint: print }) => (print ? `${section} ${print}` : undefined))
  const byPrint = idsBy(requirements, ({ fingerprint: print }) => print)
  const bySection = idsBy(requirements, ({ section, fingerprint: print }) => (print ? section : undefined))
  // Where the old text is not the edition's own, the sentence may stand in another section than the catalogue says.
  const held = ({ section, fingerprint: print, text }: Placed) =>
    byPlace.get(`${section} ${print}`) ?? (isBareToDo(text) ? [] : (byPrint.get(print) ?? []))
  const requirementsOf = new Map(
    diff.sentences.map((change) => [change, [...new Set([...change.was, ...change.now].flatMap(held))]]),
  )
  const reasons = new Map<Requirement['id'], Set<string>>()
  const touch = (ids: readonly Requirement['id'][], by: string) => {
    for (const id of ids) reasons.set(id, (reasons.get(id) ?? new Set()).add(by))
  }
  for (const change of diff.sentences)
    if (asksAnew(change))
      touch(requirementsOf.get(change) ?? [], `sentence in ${(change.now[0] ?? change.was[0])?.section}`)
  for (const { change, from } of diff.operations)
    if (from && change !== 'moved') touch(bySection.get(from.section) ?? [], `operation ${from.method} ${from.path}`)
  for (const { change, from } of diff.definitions) {
    if (!from || change === 'notation' || change === 'renamed') continue
    const figure = old.figures.findLast((one) => one.section === from.section && one.line <= from.line)
    const ids = figure === undefined ? [] : held(figure)
    touch(ids.length > 0 ? ids : (bySection.get(from.section) ?? []), `definition ${from.name}`)
  }
  for (const { change, from } of diff.figures)
    if (from && change !== 'renamed') touch(held(from), `figure in ${from.section}`)
  const carried = diff.sentences.flatMap((change) => (asksAnew(change) ? [] : (requirementsOf.get(change) ?? [])))
  return {
    requirementsOf,
    touched: requirements.flatMap(({ id, level }): readonly Touched[] => {
      const by = reasons.get(id)
      if (by === undefined) return []
      return [
        {
          ...{ requirement: id, level, by: [...by] },
          scenarios: suite.scenarios.get(id) ?? [],
          mutants: suite.mutants.get(id) ?? [],
          rerun: suite.verdicts.get(id) ?? [],
        },
      ]
    }),
    carried: [...new Set(carried)].filter((id) => !reasons.has(id)).sort(),
  }
}

/** Whether a sentence may ask something else than before. */
export function asksAnew({ became }: SentenceChange): boolean {
  return became === 'reworded' || became === 'removed' || became === 'added'
}

/** Whether a sentence binds: it has a BCP 14 word before or after the change, or a requirement holds it. */
export function isNormative(change: SentenceChange, { requirementsOf }: Pick<Impact, 'requirementsOf'>): boolean {
  const { was, now } = change
  return [...was, ...now].some(({ level }) => level !== undefined) || (requirementsOf.get(change) ?? []).length > 0
}

/** Whether anything changed that a gateway is held to. */
export function changesDemands(diff: DraftDiff, impact: Pick<Impact, 'requirementsOf'>): boolean {
  return (
    diff.sentences.some((change) => asksAnew(change) && isNormative(change, impact)) ||
    // Where two terms became one, sentences that only took the other term may have changed their meaning.
    (diff.terms.some(({ merged }) => merged) &&
      diff.sentences.some((change) => change.became === 'renamed' && isNormative(change, impact))) ||
    diff.operations.some(({ change }) => change !== 'moved') ||
    diff.definitions.some(({ change }) => change !== 'notation' && change !== 'renamed') ||
    diff.figures.some(({ change, from, to }) => change !== 'renamed' && (to ?? from)?.kind !== 'drawing')
  )
}

function idsBy(
  requirements: Edition['requirements'],
  keyOf: (requirement: Requirement) => string | undefined,
): ReadonlyMap<string, readonly Requirement['id'][]> {
  const found = new Map<string, Requirement['id'][]>()
  for (const requirement of requirements) {
    const key = keyOf(requirement)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), requirement.id])
  }
  return found
}
