// What changed between two texts of a draft, as data: what every renderer of `spec diff` shows.
import type { Figure, Sentence } from '../model.ts'

/** A run of words: in both texts, only in the old one, or only in the new one. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * What became of a sentence. `renamed`: nothing but terms that are renamed everywhere. `spelling`: nothing but mended
 * (or new) misspellings. `editorial`: nothing but punctuation, quotes, markup and capitals of words without a meaning.
 */
export type Became = 'added' | 'removed' | 'reworded' | 'renamed' | 'spelling' | 'editorial' | 'unchanged'

export interface SentenceChange {
  readonly became: Became
  /** One sentence; several where they were joined; none where it is new. */
  readonly was: readonly Sentence[]
  /** One sentence; several where it was split; none where it went. */
  readonly now: readonly Sentence[]
  /** Where it stood and stands, if not in the same section or one that was only renamed; `order`: elsewhere in its section. */
  readonly moved?: 'section' | 'order'
  readonly words: readonly Run[]
  readonly level?: LevelChange
  readonly scope: readonly ScopeChange[]
}

export interface LevelChange {
  /** The BCP 14 words as written, `none` where there is none. */
  readonly from: string
  readonly to: string
  readonly effect: 'stronger' | 'weaker' | 'reversed' | 'gained' | 'dropped' | 'same force' | 'mixed'
}

export type Aspect = 'condition' | 'exception' | 'negation' | 'quantity' | 'subject'

/** A change of what a sentence covers. */
export interface ScopeChange {
  readonly aspect: Aspect
  readonly change: 'added' | 'dropped' | 'changed'
  readonly from?: string
  readonly to?: string
}

/** A term that one text has wherever the other has another one. */
export interface TermChange {
  readonly from: string
  readonly to: string
  /** Sentences, headings and operations in which it was replaced. */
  readonly places: number
  /** Where the old term still stands. */
  readonly left: number
  /** Whether the old text had the new term already, for something else or for the same: two terms became one. */
  readonly merged: boolean
}

export interface SectionChange {
  readonly change: 'added' | 'removed' | 'renamed' | 'moved'
  readonly from?: SectionName
  readonly to?: SectionName
}

export interface SectionName {
  readonly anchor: string
  readonly title: string
  readonly line: number
}

export interface MemberChange {
  /** For example `input.identities[].clientHandle`; by its name of the new text where both have it. */
  readonly at: string
  readonly change: 'added' | 'removed' | 'renamed' | 'type' | 'optional' | 'required' | 'moved'
  readonly from?: string
  readonly to?: string
  /** Of a changed type, in words: `Base64 dropped`. */
  readonly note?: string
}

export interface OperationChange {
  readonly change: 'added' | 'removed' | 'changed' | 'renamed' | 'moved'
  readonly from?: OperationName
  readonly to?: OperationName
  readonly method: boolean
  readonly path: boolean
  readonly members: readonly MemberChange[]
}

export interface OperationName {
  readonly method: string
  readonly path: string
  readonly section: string
  readonly line: number
}

export interface DefinitionChange {
  /** `notation`: written in another way, with the same members. */
  readonly change: 'added' | 'removed' | 'changed' | 'renamed' | 'notation'
  readonly from?: DefinitionName
  readonly to?: DefinitionName
  readonly members: readonly MemberChange[]
}

export interface DefinitionName {
  readonly name: string
  readonly notation: string
  readonly section: string
  readonly line: number
}

/** A figure that defines nothing: code, an example, a drawing. */
export interface FigureChange {
  readonly change: 'added' | 'removed' | 'changed' | 'renamed'
  readonly from?: Figure
  readonly to?: Figure
}

export interface RemarkChange {
  readonly change: 'appeared' | 'resolved'
  readonly section: string
  readonly line: number
  readonly text: string
}

export interface DraftDiff {
  readonly sections: readonly SectionChange[]
  readonly terms: readonly TermChange[]
  /** In the order of the new text; what went stands where it was. */
  readonly sentences: readonly SentenceChange[]
  readonly operations: readonly OperationChange[]
  readonly definitions: readonly DefinitionChange[]
  readonly figures: readonly FigureChange[]
  readonly todos: readonly RemarkChange[]
  /** Merge markers and other mistakes of the text. */
  readonly problems: readonly RemarkChange[]
}
