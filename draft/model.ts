// A draft as data: what every reader of `draft/forms` fills in, and what the commands of `spec` work on.
import type { Fingerprint } from '../spec/requirement.ts'

/** The forms a draft comes in: kramdown-rfc Markdown, RFC XML version 3, and the plain text that the IETF publishes. */
export type Form = 'markdown' | 'xml' | 'text'

/** How binding a sentence is by its strongest BCP 14 word; `MUST NOT` and `SHALL` count as MUST, `OPTIONAL` as MAY. */
export type KeyLevel = 'MUST' | 'SHOULD' | 'MAY'

export interface Draft {
  readonly form: Form
  /** Empty where the text has none. */
  readonly title: string
  /** Every section in the order of the text; what stands above the first heading has the empty anchor. */
  readonly sections: readonly Section[]
  /** Every sentence of the prose, with or without key words, in the order of the text. */
  readonly sentences: readonly Sentence[]
  /** The sentences with a BCP 14 word. */
  readonly statements: readonly Statement[]
  readonly operations: readonly DraftOperation[]
  readonly figures: readonly Figure[]
  /** Every TODO, TBD or FIXME, wherever it stands. */
  readonly todos: readonly Remark[]
  /** Editors' notes (introduced by `//`) and comments of the source. */
  readonly comments: readonly Remark[]
  readonly problems: readonly Problem[]
}

export interface Section {
  /** As kramdown names it; the innermost heading's. */
  readonly anchor: string
  readonly title: string
  /** The titles from the outermost heading down to this one. */
  readonly path: readonly string[]
  readonly line: number
}

/** Something that is said in one place of the text. */
export interface Placed {
  /** Anchor of the section. */
  readonly section: string
  /** Line of the source where it begins, from 1. */
  readonly line: number
  /** No markup, no comments, every run of white space one space. */
  readonly text: string
  /** Of `text`: changes when a word changes, not when lines are wrapped anew. */
  readonly fingerprint: Fingerprint
}

export interface Sentence extends Placed {
  /** `<section>/<first 12 digits of the fingerprint>`; the second of the same words in a section gets `-2`. */
  readonly id: string
  /** Titles of the headings above it. */
  readonly path: readonly string[]
  /** 0 in a paragraph, 1 in an item of a list, 2 in an item of a list inside it. */
  readonly depth: number
  /** The whole item, where the sentence stands in one. */
  readonly item?: string
  /** Id of the sentence that introduces the list it stands in. */
  readonly lead?: string
  /** The BCP 14 words as they are written: `MUST`, `MUST NOT`; empty where there is none. */
  readonly keyWords: readonly string[]
  readonly level?: KeyLevel
}

export interface Statement extends Sentence {
  readonly level: KeyLevel
}

export interface Remark extends Placed {
  readonly in: 'text' | 'figure' | 'note' | 'comment'
}

/** A code block. */
export interface Figure extends Placed {
  readonly kind: 'operation' | 'data' | 'code' | 'drawing'
  /** As written, lines and all. */
  readonly source: string
  /** What it defines: objects, structs, interfaces, in its order. */
  readonly definitions: readonly Definition[]
}

export interface Definition {
  readonly name: string
  readonly notation: 'object' | 'struct' | 'interface' | 'alias'
  readonly line: number
  readonly shape: Shape
}

/** A type: `object` with members, `array` with items, or a name as it is written, such as `Base64(octets)`. */
export interface Shape {
  readonly type: string
  readonly members?: readonly Member[]
  readonly items?: Shape
}

export interface Member extends Shape {
  readonly name: string
  readonly optional: boolean
  /** The comment beside it. */
  readonly note?: string
  /** Where it is not in the body. */
  readonly in?: 'query'
}

export interface DraftOperation {
  readonly method: string
  /** As written, without the query. */
  readonly path: string
  /** Absent where the text shows none. */
  readonly input?: Shape
  readonly output?: Shape
  readonly section: string
  readonly line: number
}

/** A mistake of the text: `error` where it cannot stay (merge markers, a figure never closed), else `warning`. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  readonly line: number
  readonly section: string
  readonly text: string
}
