// Lays an edition's catalogue beside a text: what of either has nothing in the other.
import type { Edition } from '../spec/edition.ts'
import type { RequirementId } from '../spec/requirement.ts'
import { nearest } from './reworded.ts'
import { type DraftStatement, fingerprint } from './statements.ts'

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
  readonly uncovered: readonly DraftStatement[]
  /** Requirements whose sentence the text does not have in their section. */
  readonly lost: readonly LostSentence[]
  /** Anchors of sections in which no requirement has a check, nor a reason why it can have none. */
  readonly unchecked: readonly string[]
  /** Binding requirements of the edition that name no sentence. */
  readonly withoutSentence: readonly RequirementId[]
  /** What the review of the edition excuses although the text does not have it any more. */
  readonly staleReviews: readonly string[]
  /** Editors' notes with a BCP 14 word: they bind nobody, but may become text. */
  readonly notes: readonly DraftStatement[]
}

export interface CoverageInput {
  readonly statements: readonly DraftStatement[]
  readonly edition: Edition
  /** Requirements that at least one scenario tests. */
  readonly checked: ReadonlySet<string>
  /** The text that the edition was catalogued from, for the words that changed. */
  readonly former?: readonly DraftStatement[]
}

/** The section of what a gateway is held to because its own target file declares it. */
const declared = 'target file'
// RFC 2119 and RFC 8174: only in capitals do the words have their special meaning.
const keyWord = /\b(?:MUST|REQUIRED|SHALL|SHOULD|RECOMMENDED|MAY|OPTIONAL)\b/

/** Compares the catalogue of an edition with the statements of a text, by section and fingerprint. */
export function coverage({ statements, edition, checked, former = [] }: CoverageInput): Coverage {
  const { requirements, notRequired } = edition
  const present = new Set(statements.map(placed))
  const claimed = new Set(requirements.map(({ section, fingerprint: print }) => `${section} ${print ?? ''}`))
  const reviewed = new Set(notRequired.statements.map((entry) => `${entry.section} ${entry.fingerprint}`))
  const normative = statements.filter(({ kind, text }) => kind === 'prose' && keyWord.test(text))
  const free = statements.filter((statement) => statement.kind !== 'note' && !claimed.has(placed(statement)))
  const formerByPlace = new Map(former.map((statement) => [placed(statement), statement]))
  const lost = requirements.flatMap(({ id, section, fingerprint: print, text }) => {
    const place = `${section} ${print ?? ''}`
    if (print === undefined || present.has(place)) return []
    const before = formerByPlace.get(place)
    return [{ requirement: id, section, ...became(before?.text, { section, text, print }, free) }]
  })
  const sections = [...new Set(statements.map(({ section }) => section))]
  return {
    normative: normative.length,
    uncovered: normative.filter((statement) => !claimed.has(placed(statement)) && !reviewed.has(placed(statement))),
    lost,
    unchecked: sections.filter(
      (anchor) =>
        !Object.hasOwn(notRequired.sections, anchor) &&
        !requirements.some(({ id, section, why }) => section === anchor && (checked.has(id) || why !== undefined)),
    ),
    withoutSentence: requirements
      .filter(({ level, section, fingerprint: print }) => level !== 'PROFILE' && !print && section !== declared)
      .map(({ id }) => id),
    staleReviews: [
      ...notRequired.statements.filter((entry) => !present.has(`${entry.section} ${entry.fingerprint}`)).map(placeOf),
      ...Object.keys(notRequired.sections).filter((anchor) => !sections.includes(anchor)),
    ],
    notes: statements.filter(({ kind, text }) => kind === 'note' && keyWord.test(text)),
  }
}

/** Whether text and catalogue account for each other entirely. */
export function isComplete(result: Coverage): boolean {
  const { uncovered, lost, unchecked, withoutSentence, staleReviews } = result
  return [uncovered, lost, unchecked, withoutSentence, staleReviews].every((list) => list.length === 0)
}

/** The share (0 to 1) of an edition's sentences that a text has; says which edition a text is closest to. */
export function likeness(statements: readonly DraftStatement[], edition: Edition): number {
  const present = new Set(statements.map(({ text }) => fingerprint(text)))
  const wanted = new Set(edition.requirements.flatMap(({ fingerprint: print }) => print ?? []))
  return wanted.size === 0 ? 0 : [...wanted].filter((print) => present.has(print)).length / wanted.size
}

function became(
  before: string | undefined,
  lost: { readonly section: string; readonly text: string; readonly print: string },
  free: readonly DraftStatement[],
): Pick<LostSentence, 'became'> {
  // The same words under another heading: the sentence has only moved.
  const moved = free.find(({ text }) => fingerprint(text) === lost.print)
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

function where({ section, line, text }: DraftStatement): { section: string; line: number; text: string } {
  return { section, line, text }
}

function placed({ section, text }: DraftStatement): string {
  return `${section} ${fingerprint(text)}`
}

function placeOf(entry: { readonly section: string; readonly fingerprint: string }): string {
  return `${entry.section} ${entry.fingerprint}`
}
