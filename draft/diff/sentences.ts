// Says of each sentence what became of it: kept, moved, mended, reworded with what that means, split, joined, new or gone.
import type { Draft, Sentence } from '../model.ts'
import type { Alignment } from './align.ts'
import type { Link } from './board.ts'
import type { Became, Run, SentenceChange } from './model.ts'
import { outOfOrder } from './order.ts'
import { isSpacing, type Replacement, replacementsIn, runsBetween } from './runs.ts'
import { levelChange, scopeChanges } from './scope.ts'
import { isSpelling, type Vocabularies, vocabularyOf } from './spelling.ts'
import { subjectChange } from './subject.ts'
import { type Renaming, renamed } from './terms.ts'
import { partsIn } from './words.ts'

/** Every sentence that is not the same words in the same place; in the order of the new text. */
export function sentenceChanges(old: Draft, now: Draft, alignment: Alignment): readonly SentenceChange[] {
  const { links, board, renamings } = alignment
  const vocabularies = { old: vocabularyOf(old.sentences), now: vocabularyOf(now.sentences) }
  const moved = movedLinks(alignment)
  const changes = [
    ...links.map((link) => linkChange(link, { moved: moved.get(link), vocabularies, renamings })),
    ...board.freeOld().map(({ sentence }) => whole('removed', sentence)),
    ...board.freeNow().map(({ sentence }) => whole('added', sentence)),
  ]
  const place = (change: SentenceChange) => change.now[0]?.line ?? placeOfGone(change, alignment)
  return changes
    .filter(({ became, moved: where }) => became !== 'unchanged' || where !== undefined)
    .toSorted((one, other) => place(one) - place(other))
}

/** Behind what stood before it and is still there. */
function placeOfGone({ was }: SentenceChange, { links }: Alignment): number {
  const line = was[0]?.line ?? 0
  let best: Link | undefined
  for (const link of links) {
    const at = link.was[0]?.sentence.line ?? 0
    if (at <= line && at > (best?.was[0]?.sentence.line ?? -1)) best = link
  }
  return (best?.now[0]?.sentence.line ?? 0) + 0.5
}

function whole(became: 'added' | 'removed', sentence: Sentence): SentenceChange {
  const [was, now] = became === 'added' ? [[], [sentence]] : [[sentence], []]
  return { became, was, now, words: [{ kind: became, text: sentence.text }], scope: [] }
}

interface Context {
  readonly moved: SentenceChange['moved'] | undefined
  readonly vocabularies: Vocabularies
  readonly renamings: readonly Renaming[]
}

function linkChange(link: Link, { moved, vocabularies, renamings }: Context): SentenceChange {
  const was = link.was.map(({ sentence }) => sentence)
  const now = link.now.map(({ sentence }) => sentence)
  const [before, after] = [textOf(was), textOf(now)]
  const place = { was, now, ...(moved !== undefined && { moved }) }
  if (before === after && was.length === now.length)
    return { became: 'unchanged', ...place, words: [{ kind: 'same', text: after }], scope: [] }
  const runs = runsBetween(before, after)
  const rewordings = replacementsIn(runs).filter(
    (one) => !isSpacing(one) && !isSpelling(one, vocabularies) && !isRenaming(one, renamings) && !isJoint(one, link),
  )
  const level = levelChange(was, now)
  if (rewordings.length === 0 && level === undefined)
    return { became: slight(runs, vocabularies), ...place, words: runs, scope: [] }
  const scope = [...scopeChanges(rewordings), ...subjectChange(before, after, renamings)]
  return { became: 'reworded', ...place, words: runs, ...(level !== undefined && { level }), scope }
}

function slight(runs: readonly Run[], vocabularies: Vocabularies): Became {
  const replacements = replacementsIn(runs).filter((one) => !isSpacing(one))
  if (replacements.length === 0) return 'editorial'
  return replacements.every((one) => isSpelling(one, vocabularies)) ? 'spelling' : 'renamed'
}

function isRenaming({ removed, added }: Replacement, renamings: readonly Renaming[]): boolean {
  const before = partsIn(removed)
  const after = renamed(before, renamings).join(' ')
  return after !== before.join(' ') && after === partsIn(added).join(' ')
}

/** Where sentences are split or joined, the words that hold them together come and go. */
function isJoint({ removed, added }: Replacement, { was, now }: Link): boolean {
  if (was.length === now.length) return false
  const joint = /^(?:and|furthermore|moreover|in addition|also|then|it|they)?$/i
  return joint.test(removed.trim()) && joint.test(added.trim())
}

function textOf(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(' ')
}

/** The links whose sentences stand in another section, or in another order than the rest of their section. */
function movedLinks({ links, sections }: Alignment): ReadonlyMap<Link, 'section' | 'order'> {
  const moved = new Map<Link, 'section' | 'order'>()
  const staying = new Map<string, Link[]>()
  for (const link of links) {
    const [from, to] = [link.was[0]?.sentence.section ?? '', link.now[0]?.sentence.section ?? '']
    if (sections.get(from)?.anchor === to) staying.set(to, [...(staying.get(to) ?? []), link])
    else moved.set(link, 'section')
  }
  for (const together of staying.values()) {
    const ordered = together.toSorted((one, other) => (one.was[0]?.index ?? 0) - (other.was[0]?.index ?? 0))
    const elsewhere = outOfOrder(ordered.map(({ now }) => now[0]?.index ?? 0))
    for (const [index, link] of ordered.entries()) if (elsewhere.has(index)) moved.set(link, 'order')
  }
  return moved
}
