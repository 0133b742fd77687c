// What an edition's text has that asks for no requirement of its own, reviewed: by print and reason, without its words.
import type { Fingerprint } from './requirement.ts'

export interface NotRequired {
  /** Sentences with a BCP 14 word that nothing can be held to by themselves. */
  readonly statements: readonly {
    readonly section: string
    readonly fingerprint: Fingerprint
    readonly reason: string
  }[]
  /** Sections by anchor in which nothing is asked of anybody; the empty anchor is what stands above the first heading. */
  readonly sections: Readonly<Record<string, string>>
  /**
   * Where the edition's operations mean to differ from the figures: `registerClient input.tags`, as `spec coverage`
   * names it, and why.
   */
  readonly shapes: Readonly<Record<string, string>>
}
