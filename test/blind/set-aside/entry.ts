// A mutant that the blind measure sets aside, and why.

export interface Equivalent {
  readonly file: string
  /** How the line begins that it begins in, with the next one where that is needed, as the compiler prints them. */
  readonly source: string
  readonly original: string
  readonly replacements: readonly string[]
  readonly why: string
}
