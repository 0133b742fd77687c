// Finds what each sentence of the old text became in the new one: what is certain first, likeness last.
import type { Draft } from '../model.ts'
import { Board, type Link } from './board.ts'
import { linkEquals } from './equals.ts'
import { grouped } from './grouped.ts'
import { Likeness } from './likeness.ts'
import { candidatesOn, linkNearest } from './nearest.ts'
import { linkSplitAndJoined } from './parts.ts'
import { pairSections, type SectionMap } from './sections.ts'
import { type Corpus, type Pair, type Renaming, renamed, renamingsIn } from './terms.ts'
import { partsIn } from './words.ts'

export interface Alignment {
  readonly links: readonly Link[]
  readonly sections: SectionMap
  readonly renamings: readonly Renaming[]
  readonly likeness: Likeness
  readonly board: Board
}

export function align(old: Draft, now: Draft): Alignment {
  const board = new Board(old, now)
  const likeness = new Likeness([...board.old, ...board.now].map(({ parts }) => parts))
  let renamings: readonly Renaming[] = []
  let sections = pairSections({ old, now, renamings, likeness })
  linkEquals(board, sections, { old: ({ sentence }) => sentence.text, now: ({ sentence }) => sentence.text })
  linkEquals(board, sections, { old: ({ keys }) => keys, now: ({ keys }) => keys })
  const corpus = { old: corpusOf(old), now: corpusOf(now) }
  // What was renamed makes sentences alike in which more was renamed: a second look sees it.
  for (let look = 0; look < 2; look++) {
    renamings = renamingsIn(likelyPairs({ old, now, board, sections, renamings, likeness }), corpus)
    sections = pairSections({ old, now, renamings, likeness })
  }
  linkEquals(board, sections, {
    old: ({ parts }) => renamed(parts, renamings).join(' '),
    now: ({ parts }) => parts.join(' '),
  })
  linkSplitAndJoined(board, likeness, renamings)
  linkNearest(board, { sections, renamings, likeness })
  return { links: board.links, sections, renamings, likeness, board }
}

interface Look {
  readonly old: Draft
  readonly now: Draft
  readonly board: Board
  readonly sections: SectionMap
  readonly renamings: readonly Renaming[]
  readonly likeness: Likeness
}

/** What most likely became what, as far as can be told before renamed terms are known. */
function likelyPairs({ old, now, board, sections, renamings, likeness }: Look): readonly Pair[] {
  const taken = new Set<number>()
  const sentences = candidatesOn(board, { sections, renamings, likeness })
    .toSorted((one, other) => other.score - one.score)
    .flatMap(({ was, now: is, score }): readonly Pair[] => {
      if (score < 0.45 || taken.has(-1 - was.index) || taken.has(is.index)) return []
      taken.add(-1 - was.index).add(is.index)
      return [[was.parts, is.parts]]
    })
  const titles = old.sections.flatMap(({ anchor, title }): readonly Pair[] => {
    const to = sections.get(anchor)
    return to === undefined || to.title === title ? [] : [[partsIn(title), partsIn(to.title)]]
  })
  return [...sentences, ...titles, ...pathPairs(old, now, sections)]
}

/** The paths of operations that stand in the same place of the same section. */
function pathPairs(old: Draft, now: Draft, sections: SectionMap): readonly Pair[] {
  const paths = grouped(now.operations, ({ section }) => section)
  return [...grouped(old.operations, ({ section }) => section)].flatMap(([section, operations]) =>
    operations.flatMap(({ path }, index): readonly Pair[] => {
      const to = paths.get(sections.get(section)?.anchor ?? '')?.[index]?.path
      return to === undefined || to === path ? [] : [[partsIn(path), partsIn(to)]]
    }),
  )
}

function corpusOf({ sentences, sections, operations }: Draft): Corpus['old'] {
  return [
    ...sentences.map(({ text }) => partsIn(text)),
    ...sections.map(({ title }) => partsIn(title)),
    ...operations.map(({ path }) => partsIn(path)),
  ]
}
