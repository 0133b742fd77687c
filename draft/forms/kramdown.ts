// What kramdown-rfc puts around and between the Markdown: dividers, attribute lines, comments, and marks of a merge.
import { type Block, linesFrom } from '../blocks.ts'
import { withoutMarks } from '../conflicts.ts'

export interface Prepared {
  /** As many as before; what is no Markdown is blank. */
  readonly lines: readonly string[]
  /** Anchors that attribute lines give, by the line (from 1) of the heading above them. */
  readonly anchors: ReadonlyMap<number, string>
  /** Comments and problems that were found on the way. */
  readonly blocks: readonly Block[]
}

const divider = /^--- (?:abstract|middle)\s*$/

/** Index of the line at which the text begins; 0 where no divider says so. */
export function frontMatterEnd(source: string): number {
  return Math.max(
    source.split('\n').findIndex((line) => divider.test(line)),
    0,
  )
}

export function hasDivider(source: string): boolean {
  return source.split('\n').some((line) => divider.test(line))
}

/** Blanks the lines that are none of the text, except inside figures. */
export function scaffolding(lines: readonly string[], inFigure: readonly boolean[]): Prepared {
  const anchors = new Map<number, string>()
  const blocks: Block[] = []
  let comment: { from: number; text: string[] } | undefined
  const unmarked = withoutMarks(lines)
  const kept = unmarked.map((line, index) => {
    if (inFigure[index]) return lines[index] ?? ''
    if (comment !== undefined) {
      const ends = /^\{:\/(?:comment)?\}\s*$/.test(line)
      if (!ends) comment.text.push(line)
      else {
        blocks.push({ kind: 'comment', lines: linesFrom(comment.text.join('\n'), comment.from) })
        comment = undefined
      }
      return ''
    }
    if (/^\{::comment\}\s*$/.test(line)) {
      comment = { from: index + 2, text: [] }
      return ''
    }
    const given = /^\{:[^}]*#([\w.:-]+)[^}]*\}\s*$/.exec(line)?.[1]
    if (given !== undefined) anchors.set(index, given)
    return /^--- \w+\s*$/.test(line) || /^\{:.*\}\s*$/.test(line) || /^---\s*$/.test(line) ? '' : line
  })
  return { lines: kept, anchors, blocks }
}
