// The sentences of both texts and which of them have found each other: what the steps of an alignment work on.
import type { Draft, Sentence } from '../model.ts'
import { keysIn, partsIn } from './words.ts'

export interface Piece {
  /** In the order of its text. */
  readonly index: number
  readonly sentence: Sentence
  /** Its words without punctuation and capitals, as one text. */
  readonly keys: string
  readonly parts: readonly string[]
}

/** Sentences of the old text and what they became; one of the two may be several. */
export interface Link {
  readonly was: readonly Piece[]
  readonly now: readonly Piece[]
}

export class Board {
  readonly old: readonly Piece[]
  readonly now: readonly Piece[]
  readonly links: Link[] = []
  private readonly linkOfOld = new Map<number, Link>()
  private readonly linkOfNow = new Map<number, Link>()
  private readonly oldPlaces: ReadonlyMap<string, number>
  private readonly nowPlaces: ReadonlyMap<string, number>

  constructor(old: Draft, now: Draft) {
    this.old = piecesOf(old)
    this.now = piecesOf(now)
    this.oldPlaces = placesOf(this.old)
    this.nowPlaces = placesOf(this.now)
  }

  link(was: readonly Piece[], now: readonly Piece[]): void {
    const link = { was, now }
    this.links.push(link)
    for (const { index } of was) this.linkOfOld.set(index, link)
    for (const { index } of now) this.linkOfNow.set(index, link)
  }

  isFreeOld({ index }: Piece): boolean {
    return !this.linkOfOld.has(index)
  }

  isFreeNow({ index }: Piece): boolean {
    return !this.linkOfNow.has(index)
  }

  freeOld(): readonly Piece[] {
    return this.old.filter((piece) => this.isFreeOld(piece))
  }

  freeNow(): readonly Piece[] {
    return this.now.filter((piece) => this.isFreeNow(piece))
  }

  /** How many of the sentences before and after both, and of those that introduce their lists, are linked: 0 to 3. */
  company(was: Piece, now: Piece): number {
    const before = this.linkOfOld.get(was.index - 1)?.now.at(-1)?.index === now.index - 1
    const after = this.linkOfOld.get(was.index + 1)?.now[0]?.index === now.index + 1
    const lead = leadIn(this.oldPlaces, was)
    const led = lead !== undefined && this.linkOfOld.get(lead)?.now.at(-1)?.index === leadIn(this.nowPlaces, now)
    return Number(before) + Number(after) + Number(led)
  }
}

function leadIn(places: ReadonlyMap<string, number>, { sentence }: Piece): number | undefined {
  return sentence.lead === undefined ? undefined : places.get(sentence.lead)
}

function placesOf(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  return new Map(pieces.map(({ sentence, index }) => [sentence.id, index]))
}

function piecesOf({ sentences }: Draft): readonly Piece[] {
  return sentences.map((sentence, index) => ({
    ...{ index, sentence },
    keys: keysIn(sentence.text).join(' '),
    parts: partsIn(sentence.text),
  }))
}
