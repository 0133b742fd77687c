// Links what is left by likeness, the best pair first; company of linked neighbours and sections speaks for a pair.
import type { Board, Piece } from './board.ts'
import { grouped } from './grouped.ts'
import type { Likeness } from './likeness.ts'
import { overlap } from './paired.ts'
import type { SectionMap } from './sections.ts'
import { type Renaming, renamed } from './terms.ts'

interface Candidate {
  readonly was: Piece
  readonly now: Piece
  /** Likeness of the words and the sections, before company counts. */
  readonly score: number
}

export interface Known {
  readonly sections: SectionMap
  readonly renamings: readonly Renaming[]
  readonly likeness: Likeness
}

const leastWords = 0.27
const leastScore = 0.52
const mostPerSentence = 8
/** A word that more sentences have finds nobody. */
const commonWord = 60

export function linkNearest(board: Board, known: Known): void {
  let candidates = candidatesOn(board, known)
  for (;;) {
    let best: Candidate | undefined
    let most = leastScore
    candidates = candidates.filter(({ was, now }) => board.isFreeOld(was) && board.isFreeNow(now))
    for (const candidate of candidates) {
      const score = candidate.score + 0.09 * board.company(candidate.was, candidate.now)
      if (score > most) [best, most] = [candidate, score]
    }
    if (best === undefined) return
    board.link([best.was], [best.now])
  }
}

/** For each free sentence of the old text, those of the new one that are most like it. */
export function candidatesOn(board: Board, { sections, renamings, likeness }: Known): readonly Candidate[] {
  const free = board.freeNow()
  const bySection = grouped(free, ({ sentence }) => sentence.section)
  const byPart = new Map<string, Piece[]>()
  for (const piece of free) {
    for (const part of new Set(piece.parts)) byPart.set(part, [...(byPart.get(part) ?? []), piece])
  }
  return board.freeOld().flatMap((was) => {
    const parts = renamed(was.parts, renamings)
    const home = sections.get(was.sentence.section)?.anchor
    const found = new Set(home === undefined ? [] : (bySection.get(home) ?? []))
    for (const part of new Set(parts)) {
      const having = byPart.get(part) ?? []
      if (having.length <= commonWord) for (const piece of having) found.add(piece)
    }
    return [...found]
      .flatMap((now): readonly Candidate[] => {
        const words = Math.max(likeness.between(parts, now.parts), lettersInCommon(was.keys, now.keys))
        const score = words + (now.sentence.section === home ? 0.12 : 0)
        return words < leastWords ? [] : [{ was, now, score }]
      })
      .toSorted((one, other) => other.score - one.score)
      .slice(0, mostPerSentence)
  })
}

/** Misspellings leave no word of a short sentence as it was, but most of its letters: 0 unless nearly all are the same. */
function lettersInCommon(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 8) return 0
  const share = overlap(pairsOfLetters(one), pairsOfLetters(other))
  return share > 0.7 ? share * 0.9 : 0
}

function pairsOfLetters(text: string): readonly string[] {
  return Array.from(text.slice(1), (letter, index) => `${text[index]}${letter}`)
}
