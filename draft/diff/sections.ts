// Pairs the sections of two texts: by anchor, else by what is written in them and what they are called.
import type { Draft, Section } from '../model.ts'
import type { Likeness } from './likeness.ts'
import type { SectionChange, SectionName } from './model.ts'
import { outOfOrder } from './order.ts'
import { type Renaming, renamed } from './terms.ts'
import { partsIn } from './words.ts'

/** The sections of the new text by the anchors of those they come from. */
export type SectionMap = ReadonlyMap<string, Section>

interface Content {
  readonly section: Section
  readonly title: readonly string[]
  readonly parts: readonly string[]
}

export interface Texts {
  readonly old: Draft
  readonly now: Draft
  readonly renamings: readonly Renaming[]
  readonly likeness: Likeness
}

export function pairSections({ old, now, renamings, likeness }: Texts): SectionMap {
  const pairs = new Map<string, Section>()
  for (const { anchor } of old.sections) {
    const same = now.sections.find((section) => section.anchor === anchor)
    if (same !== undefined) pairs.set(anchor, same)
  }
  const gone = contents(old, renamings).filter(({ section }) => !pairs.has(section.anchor))
  const taken = new Set([...pairs.values()].map(({ anchor }) => anchor))
  const come = contents(now, []).filter(({ section }) => !taken.has(section.anchor))
  const candidates = gone
    .flatMap((from) => come.map((to) => ({ from, to, score: sectionLikeness(from, to, likeness) })))
    .filter(({ score }) => score >= 0.45)
    .toSorted((one, other) => other.score - one.score)
  for (const { from, to } of candidates) {
    if (pairs.has(from.section.anchor) || taken.has(to.section.anchor)) continue
    pairs.set(from.section.anchor, to.section)
    taken.add(to.section.anchor)
  }
  return pairs
}

function sectionLikeness(from: Content, to: Content, likeness: Likeness): number {
  const title = likeness.between(from.title, to.title)
  if (from.parts.length === 0 || to.parts.length === 0) return title * 0.7
  return 0.7 * likeness.between(from.parts, to.parts) + 0.3 * title
}

function contents(draft: Draft, renamings: readonly Renaming[]): readonly Content[] {
  const parts = new Map<string, string[]>()
  for (const { section, text } of [...draft.sentences, ...draft.figures]) {
    const known = parts.get(section) ?? []
    known.push(...partsIn(text))
    parts.set(section, known)
  }
  return draft.sections.map((section) => ({
    section,
    title: renamed(partsIn(section.title), renamings),
    parts: renamed(parts.get(section.anchor) ?? [], renamings),
  }))
}

/** Sections that are new, gone, called something else, or stand elsewhere: a section that its parent took along does not. */
export function sectionChanges({ old, now }: Pick<Texts, 'old' | 'now'>, pairs: SectionMap): readonly SectionChange[] {
  const kept = old.sections.filter(({ anchor }) => pairs.has(anchor))
  const comes = new Set([...pairs.values()].map(({ anchor }) => anchor))
  const place = new Map(now.sections.map(({ anchor }, index) => [anchor, index]))
  const elsewhere = outOfOrder(kept.map(({ anchor }) => place.get(pairs.get(anchor)?.anchor ?? '') ?? 0))
  const moved = new Set(kept.filter((_, index) => elsewhere.has(index)).map(({ anchor }) => anchor))
  const changes = old.sections.flatMap((section): readonly SectionChange[] => {
    const to = pairs.get(section.anchor)
    if (to === undefined) return [{ change: 'removed', from: nameOf(section) }]
    const [from, into] = [nameOf(section), nameOf(to)]
    const [above, aboveNow] = [parentOf(section, old), parentOf(to, now)]
    const together = (above === undefined ? undefined : pairs.get(above.anchor)?.anchor) === aboveNow?.anchor
    const carried = together && above !== undefined && moved.has(above.anchor)
    if (!together) moved.add(section.anchor)
    return [
      ...(from.title === into.title ? [] : [{ change: 'renamed' as const, from, to: into }]),
      ...(!together || (moved.has(section.anchor) && !carried) ? [{ change: 'moved' as const, from, to: into }] : []),
    ]
  })
  const added = now.sections.filter(({ anchor }) => !comes.has(anchor))
  return [...changes, ...added.map((section): SectionChange => ({ change: 'added', to: nameOf(section) }))]
}

function nameOf({ anchor, title, line }: Section): SectionName {
  return { anchor, title, line }
}

function parentOf(section: Section, { sections }: Draft): Section | undefined {
  const path = section.path.slice(0, -1).join('\n')
  return path === '' ? undefined : sections.findLast((one) => one.line < section.line && one.path.join('\n') === path)
}
