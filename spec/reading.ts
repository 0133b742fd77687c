// A reading: how this project understands a sentence of the draft that is unclear or contradicts another.

export type ReadingId = `A-${string}`

/**
 * `hard`: judged at the row's level, the text allows no other sane reading.
 * `tolerant`: a gateway that reads the sentence in another way that its words allow never fails for it.
 */
type Stance = 'hard' | 'tolerant'

export interface Reading {
  readonly id: ReadingId
  /** Editions and sections the sentence stands in. */
  readonly where: string
  readonly problem: string
  readonly interpretation: string
  readonly reason: string
  readonly stance: Stance
}
