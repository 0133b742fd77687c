// The blocks of a draft in reading order: what each form's reader hands over, before anything is understood.

export interface Line {
  readonly text: string
  /** Of the source, from 1. */
  readonly line: number
}

export type Block =
  /** `level` 1 for a section of the document; `anchor` where the source names one. */
  | {
      readonly kind: 'heading'
      readonly title: string
      readonly level: number
      readonly anchor?: string
      readonly line: number
    }
  /** A paragraph, or one of a list's item at `depth` 1 and more, without markup. */
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[]; readonly depth: number }
  | { readonly kind: 'figure'; readonly lines: readonly Line[] }
  | { readonly kind: 'comment'; readonly lines: readonly Line[] }
  | { readonly kind: 'problem'; readonly severity: 'error' | 'warning'; readonly text: string; readonly line: number }

/** What a reader of a form makes of a text; the blocks in any order. */
export interface FormText {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Lines of a text that begins at a line of the source. */
export function linesFrom(text: string, first: number): readonly Line[] {
  return text.split('\n').map((line, index) => ({ text: line, line: first + index }))
}

/** The words of some lines, each with the line it stands on. */
export function wordsOf(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap(({ text, line }) => (text.match(/\S+/g) ?? []).map((word) => ({ text: word, line })))
}

export function lineOf(block: Block): number {
  return 'line' in block ? block.line : (block.lines[0]?.line ?? 0)
}

/** Every run of white space one space, none at the ends. */
export function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
