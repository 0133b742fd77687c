// Reads a draft in the plain text that the IETF publishes into blocks: sections by their numbers, the rest by its indent.
import { type Block, collapsed, type FormText, type Line } from '../blocks.ts'
import { anchorsInOrder } from './anchors.ts'
import { type Marks, referenceText } from './references.ts'
import { textBlocks } from './text-blocks.ts'
import { withoutPages } from './text-pages.ts'

interface Part {
  readonly title: string
  /** `5.2`, `A.1`, or empty. */
  readonly number: string
  readonly line: number
  readonly lines: readonly Line[]
}

/** Sections that are the publisher's; what is asked stands in none of them. */
const left =
  /^(?:status of this memo|copyright notice|table of contents|author['’]?s['’]? address(?:es)?|index|full copyright statement|intellectual property.*)$/i
const references = /^(?:(?:normative|informative) )?references$/i

/** Whether a text looks like what the IETF publishes. */
export function looksPublished(source: string): boolean {
  const [head = ''] = source.split(/\n\S*\s*Abstract\n/, 1)
  return head.length < source.length && /\b(?:Internet-Draft|Request for Comments|Network Working Group)\b/.test(head)
}

export function readText(source: string): FormText {
  const lines = withoutPages(source)
  const parts = partsOf(lines)
  const marks = marksIn(parts)
  const anchorOf = anchorsInOrder()
  const kept = parts.filter(({ title }) => !left.test(title) && !references.test(title))
  const named = kept.map((part) => ({ ...part, anchor: /^abstract$/i.test(part.title) ? '' : anchorOf(part.title) }))
  const byNumber = new Map(named.map(({ number, anchor }) => [number, anchor]))
  const inline = (text: string): string => withoutMarkup(referred(text, byNumber, marks))
  const blocks = named.flatMap(({ title, number, anchor, line, lines: own }): readonly Block[] => [
    ...(anchor === ''
      ? []
      : [{ kind: 'heading' as const, title, level: Math.max(1, number.split('.').length), line, anchor }]),
    ...textBlocks(own).map((block) =>
      block.kind === 'paragraph'
        ? { ...block, lines: block.lines.map((one) => ({ ...one, text: inline(one.text) })) }
        : block,
    ),
  ])
  return { title: titleIn(lines), blocks }
}

/** What stands between headings; a heading begins at the margin, and may go on below its own title. */
function partsOf(lines: readonly Line[]): readonly Part[] {
  const parts: { title: string; number: string; line: number; lines: Line[] }[] = []
  const start = lines.findIndex(({ text }) => /^(?:\d+\.?\s+)?Abstract$/i.test(text))
  for (const { text, line } of lines.slice(Math.max(start, 0))) {
    const [, number = '', title] = /^(?:(?:Appendix )?((?:\d+|[A-Z])(?:\.\d+)*)\.?\s+)?(\S.*)$/.exec(text) ?? []
    const current = parts.at(-1)
    if (title !== undefined) parts.push({ title, number, line, lines: [] })
    else if (current !== undefined && current.number !== '' && current.lines.length === 0 && text !== '')
      current.title += ` ${text.trim()}`
    else current?.lines.push({ text, line })
  }
  return parts
}

/** The centred lines above the abstract that name no file. */
function titleIn(lines: readonly Line[]): string {
  const start = lines.findIndex(({ text }) => /^Abstract$/i.test(text))
  const above = lines.slice(0, Math.max(start, 0)).map(({ text }) => text)
  const from = above.findLastIndex((text) => /^\S/.test(text))
  return collapsed(
    above
      .slice(from + 1)
      .filter((text) => !/^\s*draft-\S+$/.test(text))
      .join(' '),
  )
}

function marksIn(parts: readonly Part[]): Marks {
  const marks = new Map<string, '!' | '?'>()
  for (const { title, lines } of parts) {
    const mark = /^normative references$/i.test(title) ? '!' : /^informative references$/i.test(title) ? '?' : undefined
    if (mark === undefined) continue
    for (const { text } of lines) {
      const name = /^ {3}\[([^\]]+)\]/.exec(text)?.[1]
      if (name !== undefined) marks.set(name, mark)
    }
  }
  return marks
}

function referred(text: string, anchors: ReadonlyMap<string, string>, marks: Marks): string {
  return text
    .replaceAll(/\[([A-Za-z][\w.:-]*)\]/g, (whole, target: string) =>
      marks.has(target) ? referenceText({ target }, marks) : whole,
    )
    .replaceAll(
      /\b(?:Section|Appendix) ((?:\d+|[A-Z])(?:\.\d+)*)\b(?! of \{\{)/g,
      (whole, number: string, at: number) => {
        const anchor = anchors.get(number)
        const ofOther = /\}\},? \(?$/.test(text.slice(0, at))
        return anchor === undefined || ofOther ? whole : referenceText({ target: anchor }, marks)
      },
    )
}

/** Emphasis is written with `_` and `*`, a name in the code with quotation marks. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '$1')
    .replaceAll(/(?<!\w)_(\S(?:[^_]*\S)?)_(?!\w)/g, '$1')
    .replaceAll(/"([\w.:@-]*\w[\w.:@-]*)"/g, '$1')
}
