// Links a sentence that was split to the sentences it became, and sentences that were joined to the one they became.
import type { Board, Piece } from './board.ts'
import type { Likeness } from './likeness.ts'
import { type Renaming, renamed } from './terms.ts'
import { isLight } from './words.ts'

interface Whole {
  readonly one: Piece
  readonly several: readonly Piece[]
  readonly score: number
}

const mostPieces = 4

export function linkSplitAndJoined(board: Board, likeness: Likeness, renamings: readonly Renaming[]): void {
  const old = board.freeOld().map((piece) => ({ ...piece, parts: renamed(piece.parts, renamings) }))
  const now = board.freeNow()
  for (const { one, several } of wholes(old, now, likeness)) {
    if (board.isFreeOld(one) && several.every((piece) => board.isFreeNow(piece))) board.link([one], several)
  }
  for (const { one, several } of wholes(now, old, likeness)) {
    if (board.isFreeNow(one) && several.every((piece) => board.isFreeOld(piece))) board.link(several, [one])
  }
}

/** The best first. */
function wholes(ones: readonly Piece[], others: readonly Piece[], likeness: Likeness): readonly Whole[] {
  const rows = neighbours(others)
  return ones
    .flatMap((one) => {
      // Most rows have nothing to do with it: telling that by one word of their own is quick.
      const matter = new Set(one.parts.filter((part) => !isLight(part)))
      const near = rows.filter((several) => several.every(({ parts }) => parts.some((part) => matter.has(part))))
      return near.flatMap((several) => wholeOf(one, several, likeness))
    })
    .toSorted((one, other) => other.score - one.score)
}

function wholeOf(one: Piece, several: readonly Piece[], likeness: Likeness): readonly Whole[] {
  const length = several.reduce((sum, { parts }) => sum + parts.length, 0)
  if (length < one.parts.length * 0.6 || length > one.parts.length * 2) return []
  if (several.some(({ parts }) => likeness.contained(parts, one.parts) < 0.5)) return []
  const together = likeness.between(
    one.parts,
    several.flatMap(({ parts }) => parts),
  )
  const alone = Math.max(...several.map(({ parts }) => likeness.between(one.parts, parts)))
  return together >= 0.7 && together > alone + 0.06 ? [{ one, several, score: together }] : []
}

/** Every two to four pieces of a section that follow each other. */
function neighbours(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  return pieces.flatMap((first, start) => {
    const rows: (readonly Piece[])[] = []
    for (let length = 2; length <= mostPieces; length++) {
      const row = pieces.slice(start, start + length)
      const last = row.at(-1)
      if (row.length < length || last?.index !== first.index + length - 1) break
      if (last.sentence.section !== first.sentence.section) break
      rows.push(row)
    }
    return rows
  })
}
