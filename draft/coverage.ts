// Lays an edition's catalogue beside a text: what of either has nothing in the other.
import type { Edition } from '../spec/edition.ts'
import type { RequirementId } from '../spec/requirement.ts'
import { keyWordsIn } from './key-words.ts'
import type { Draft, Placed, Remark, Statement } from './model.ts'
import { nearest } from './reworded.ts'
import { type ShapeDifference, shapeDifferences } from './shapes.ts'

/** Where a requirement's sentence most likely went; the words only where the former text is at hand. */
export interface LostSentence {
  readonly requirement: RequirementId
  readonly section: string
  readonly became?: {
    readonly section: string
    readonly line: number
    readonly text: string
    readonly words?: { readonly removed: readonly string[]; readonly added: readonly string[] }
  }
}

export interface Coverage {
  /** Sentences with a BCP 14 word. */
  readonly normative: number
  /** Of these, the ones without a requirement and not reviewed as needing none. */
  readonly uncovered: readonly Statement[]
  /** Requirements whose sentence the text does not have in their section. */
  readonly lost: readonly LostSentence[]
  /** Anchors of sections in which no requirement has a check, nor a reason why it can have none. */
  readonly unchecked: readonly string[]
  /** Binding requirements of the edition that name no sentence. */
  readonly withoutSentence: readonly RequirementId[]
  /** Operations and members that the text has otherwise than the edition, and that no review explains. */
  readonly shapes: readonly ShapeDifference[]
  /** What the review of the edition excuses although the text does not have it any more. */
  readonly staleReviews: readonly string[]
  /** Editors' notes with a BCP 14 word: they bind nobody, but may become text. */
  readonly notes: readonly Remark[]
}

export interface CoverageInput {
  readonly draft: Draft
  readonly edition: Edition
  /** Requirements that at least one scenario tests. */
  readonly checked: ReadonlySet<string>
  /** The text that the edition was catalogued from, for the words that changed. */
  readonly former?: Draft
}

/** The section of what a gateway is held to because its own target file declares it. */
const declared = 'target file'

/** Compares the catalogue of an edition with the statements of a text, by section and fingerprint. */
export function coverage({ draft, edition, checked, former }: CoverageInput): Coverage {
  const { requirements, notRequired } = edition
  const present = new Set([...draft.sentences, ...draft.figures, ...draft.comments].map(placeOf))
  const claimed = new Set(requirements.map(({ section, fingerprint: print }) => `${section} ${print ?? ''}`))
  const reviewed = new Set(notRequired.statements.map((entry) => `${entry.section} ${entry.fingerprint}`))
  const free = [...draft.sentences, ...draft.figures].filter((one) => !claimed.has(placeOf(one)))
  const formerByPlace = new Map(
    [...(former?.sentences ?? []), ...(former?.figures ?? [])].map((one) => [placeOf(one), one]),
  )
  const lost = requirements.flatMap(({ id, section, fingerprint: print, text }) => {
    const place = `${section} ${print ?? ''}`
    if (print === undefined || present.has(place)) return []
    const before = formerByPlace.get(place)
    return [{ requirement: id, section, ...became(before?.text, { section, text, print }, free) }]
  })
  const sections = [...new Set([...draft.sentences, ...draft.figures, ...draft.comments].map(({ section }) => section))]
  const differences = shapeDifferences(draft, edition)
  return {
    normative: draft.statements.length,
    uncovered: draft.statements.filter((one) => !claimed.has(placeOf(one)) && !reviewed.has(placeOf(one))),
    lost,
    unchecked: sections.filter(
      (anchor) =>
        !Object.hasOwn(notRequired.sections, anchor) &&
        !requirements.some(({ id, section, why }) => section === anchor && (checked.has(id) || why !== undefined)),
    ),
    withoutSentence: requirements
      .filter(({ level, section, fingerprint: print }) => level !== 'PROFILE' && !print && section !== declared)
      .map(({ id }) => id),
    shapes: differences.filter(({ at }) => !Object.hasOwn(notRequired.shapes, at)),
    staleReviews: [
      ...notRequired.statements.filter((entry) => !present.has(placeOf(entry))).map(placeOf),
      ...Object.keys(notRequired.sections).filter((anchor) => !sections.includes(anchor)),
      ...Object.keys(notRequired.shapes).filter((name) => !differences.some(({ at }) => at === name)),
    ],
    notes: draft.comments.filter(({ text }) => keyWordsIn(text).length > 0),
  }
}

/** Whether text and catalogue account for each other entirely. */
export function isComplete(result: Coverage): boolean {
  const { uncovered, lost, unchecked, withoutSentence, shapes, staleReviews } = result
  return [uncovered, lost, unchecked, withoutSentence, shapes, staleReviews].every((list) => list.length === 0)
}

/** The share (0 to 1) of an edition's sentences that a text has; says which edition a text is closest to. */
export function likeness({ sentences, figures, comments }: Draft, edition: Edition): number {
  const present = new Set([...sentences, ...figures, ...comments].map((one) => one.fingerprint))
  const wanted = new Set(edition.requirements.flatMap(({ fingerprint: print }) => print ?? []))
  return wanted.size === 0 ? 0 : [...wanted].filter((print) => present.has(print)).length / wanted.size
}

function became(
  before: string | undefined,
  lost: { readonly section: string; readonly text: string; readonly print: string },
  free: readonly Placed[],
): Pick<LostSentence, 'became'> {
  // The same words under another heading: the sentence has only moved.
  const moved = free.find(({ fingerprint }) => fingerprint === lost.print)
  if (moved !== undefined) return { became: { ...where(moved), words: { removed: [], added: [] } } }
  if (before !== undefined) {
    const found = nearest(before, free)
    if (found === undefined) return {}
    return { became: { ...where(found.now), words: { removed: found.removed, added: found.added } } }
  }
  // Only our own words are at hand: good enough to point at a sentence of the same section, not to tell what changed.
  const inSection = free.filter(({ section }) => section === lost.section)
  const found = nearest(lost.text, inSection, 0.2)
  return found === undefined ? {} : { became: where(found.now) }
}

function where({ section, line, text }: Placed): { section: string; line: number; text: string } {
  return { section, line, text }
}

function placeOf(entry: { readonly section: string; readonly fingerprint: string }): string {
  return `${entry.section} ${entry.fingerprint}`
}
