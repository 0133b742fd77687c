// Links sentences that are the same: letter by letter, word by word, or but for renamed terms.
import type { Board, Piece } from './board.ts'
import { grouped } from './grouped.ts'
import type { SectionMap } from './sections.ts'

interface Sameness {
  old(piece: Piece): string
  now(piece: Piece): string
}

/** Within a section first, then anywhere; of several that are the same, those whose neighbours are linked. */
export function linkEquals(board: Board, sections: SectionMap, same: Sameness): void {
  const sectionOf = ({ sentence }: Piece) => sections.get(sentence.section)?.anchor ?? ` ${sentence.section}`
  linkGroups(board, {
    old: (piece) => `${sectionOf(piece)}\n${same.old(piece)}`,
    now: (piece) => `${piece.sentence.section}\n${same.now(piece)}`,
  })
  linkGroups(board, same)
}

function linkGroups(board: Board, same: Sameness): void {
  const comes = grouped(board.freeNow(), (piece) => same.now(piece))
  const several: [readonly Piece[], readonly Piece[]][] = []
  for (const [key, was] of grouped(board.freeOld(), (piece) => same.old(piece))) {
    const now = comes.get(key)
    const [only, other] = [was[0], now?.[0]]
    if (key === '' || now === undefined || only === undefined || other === undefined) continue
    if (was.length === 1 && now.length === 1) board.link([only], [other])
    else several.push([was, now])
  }
  for (const [was, now] of several) linkSeveral(board, was, now)
}

function linkSeveral(board: Board, was: readonly Piece[], now: readonly Piece[]): void {
  // As many on both sides stand in the same order.
  if (was.length === now.length) {
    for (const [index, piece] of was.entries()) board.link([piece], now.slice(index, index + 1))
    return
  }
  for (const least of [3, 2, 1, 0]) {
    for (const piece of was) {
      if (!board.isFreeOld(piece)) continue
      const other = now.find((one) => board.isFreeNow(one) && board.company(piece, one) >= least)
      if (other !== undefined) board.link([piece], [other])
    }
  }
}
