// Reads a draft in kramdown-rfc Markdown into blocks.
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Block, collapsed, type FormText, type Line, linesFrom } from '../blocks.ts'
import { insideFigures, withMendedFences } from './fences.ts'
import { frontMatterEnd, scaffolding } from './kramdown.ts'
import { type Marks, marksInMarkdown, withReferences } from './references.ts'

type Node = ReturnType<typeof fromMarkdown>['children'][number]
type Inline = Extract<Node, { type: 'paragraph' }>['children'][number]

/**
 * The blocks of a draft in kramdown-rfc Markdown. Front matter, the dividers between abstract, middle and back and
 * attribute lines are none; figures whose fences are wrong are read as they were meant, with a problem.
 */
export function readMarkdown(source: string): FormText {
  const start = frontMatterEnd(source)
  const frontMatter = source.split('\n').slice(0, start)
  const marks = marksInMarkdown(source, frontMatter)
  const lines = source.split('\n').map((line, index) => (index < start ? '' : line))
  const mended = withMendedFences(lines)
  const problems = mended.faults.map(
    ({ index, text }): Block => ({ kind: 'problem', severity: 'error', text, line: index + 1 }),
  )
  const inFigure = insideFigures(mended.lines)
  const prepared = scaffolding(mended.lines, inFigure)
  const read = piecesOf(prepared.lines, inFigure).flatMap(({ from, text }) =>
    blocksOf(fromMarkdown(text).children, { depth: 0, anchors: prepared.anchors, marks, before: from }),
  )
  return { title: titleIn(frontMatter), blocks: [...read, ...problems, ...prepared.blocks] }
}

/** One piece for each heading: the parser's time grows with more than the length of what it is given at once. */
function piecesOf(lines: readonly string[], inFigure: readonly boolean[]): readonly { from: number; text: string }[] {
  const starts = [0]
  let inComment = false
  for (const [index, line] of lines.entries()) {
    if (inFigure[index]) continue
    if (!inComment && index > 0 && /^#{1,6}\s/.test(line)) starts.push(index)
    const opened = line.lastIndexOf('<!--')
    const closed = line.lastIndexOf('-->')
    if (opened !== closed) inComment = opened > closed
  }
  return starts.map((from, at) => ({ from, text: lines.slice(from, starts[at + 1]).join('\n') }))
}

function titleIn(frontMatter: readonly string[]): string {
  const given = frontMatter.map((line) => /^title:\s*(.*?)\s*$/.exec(line)?.[1]).find((title) => title !== undefined)
  return given?.replace(/^(["'])(.*)\1$/, '$2') ?? ''
}

/** Comments and the tags of RFC XML; what else stands in angle brackets, such as `Node<V>`, is text. */
const isMarkup = /^<(?:!--|\/?(?:bcp14|br|contact|cref|em|eref|iref|strong|sub|sup|tt|u|xref)\b)/

interface Around {
  readonly depth: number
  /** Anchors that attribute lines give, by the line of the heading above them. */
  readonly anchors: ReadonlyMap<number, string>
  readonly marks: Marks
  /** Lines of the source before the piece that is read. */
  readonly before: number
}

function blocksOf(nodes: readonly Node[], around: Around): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    const line = around.before + (node.position?.start.line ?? 0)
    switch (node.type) {
      case 'heading':
        return [headingOf(plainText(node.children), { level: node.depth, line, anchors: around.anchors })]
      case 'paragraph': {
        const comments = commentsIn(node.children, around.before)
        return [
          ...paragraphsOf(linesFrom(withReferences(plainText(node.children), around.marks), line), around.depth),
          ...comments,
        ]
      }
      case 'code':
        // The fence takes a line; an indented block has none.
        return [{ kind: 'figure', lines: linesFrom(node.value, isFenced(node) ? line + 1 : line) }]
      case 'html':
        return htmlBlocks(node.value, line)
      case 'list':
        return blocksOf(node.children, { ...around, depth: around.depth + 1 })
      case 'listItem':
      case 'blockquote':
        return blocksOf(node.children, around)
      default:
        return []
    }
  })
}

function isFenced(node: Extract<Node, { type: 'code' }>): boolean {
  const { start, end } = node.position ?? { start: { line: 0 }, end: { line: 0 } }
  return end.line - start.line > node.value.split('\n').length - 1
}

function headingOf(
  text: string,
  { level, line, anchors }: { level: number; line: number; anchors: ReadonlyMap<number, string> },
): Block {
  const [, title = text, attributes = ''] = /^(.*?)\s*\{:?([^{}]*)\}\s*$/s.exec(text) ?? []
  const anchor = /#([\w.:-]+)/.exec(attributes)?.[1] ?? anchors.get(line)
  return { kind: 'heading', title: collapsed(title), level, line, ...(anchor !== undefined && { anchor }) }
}

/** A paragraph; a term and its definitions (`: `), or the cells of a table, each for itself. */
function paragraphsOf(lines: readonly Line[], depth: number): readonly Block[] {
  const parts: Line[][] = [[]]
  const isTable = lines.length > 1 && lines.every(({ text }) => text.trim().startsWith('|'))
  for (const { text, line } of lines) {
    if (isTable) parts.push(...cellsOf(text).map((cell) => [{ text: cell, line }]))
    else if (/^\s*:\s/.test(text)) parts.push([{ text: text.replace(/^\s*:\s/, ''), line }])
    else parts.at(-1)?.push({ text, line })
  }
  return parts
    .filter((part) => part.some(({ text }) => text.trim() !== ''))
    .map((part) => ({
      kind: 'paragraph',
      lines: part,
      depth: !isTable && part[0]?.line === lines[0]?.line ? depth : depth + 1,
    }))
}

function cellsOf(row: string): readonly string[] {
  return row.split('|').filter((cell) => /[^\s:=-]/.test(cell))
}

function htmlBlocks(value: string, line: number): readonly Block[] {
  const comment = /<!--([\s\S]*?)(?:-->|$)/.exec(value)
  const prose = value.replaceAll(/<!--[\s\S]*?(?:-->|$)|<[^>]*>/g, (tag) => tag.replaceAll(/[^\n]/g, ''))
  return [
    ...(comment === null ? [] : [{ kind: 'comment' as const, lines: linesFrom(comment[1] ?? '', line) }]),
    ...(prose.trim() === '' ? [] : [{ kind: 'paragraph' as const, lines: linesFrom(prose, line), depth: 0 }]),
  ]
}

/** Text without markup; where markup takes line breaks away, they are put back, so that lines can be counted. */
function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return '\n'
      if (inline.type === 'html') return isMarkup.test(inline.value) ? breaksIn(inline) : inline.value
      if ('children' in inline) return plainText(inline.children)
      if (inline.type === 'inlineCode') return withBreaks(inline.value, breaksIn(inline).length)
      return 'value' in inline ? inline.value : ''
    })
    .join('')
}

function breaksIn({ position }: Inline): string {
  return position === undefined ? '' : '\n'.repeat(position.end.line - position.start.line)
}

function withBreaks(value: string, count: number): string {
  let left = count
  return value.replaceAll(' ', () => (left-- > 0 ? '\n' : ' '))
}

function commentsIn(inlines: readonly Inline[], before: number): readonly Block[] {
  return inlines.flatMap((inline): readonly Block[] => {
    if ('children' in inline) return commentsIn(inline.children, before)
    if (inline.type !== 'html' || !inline.value.startsWith('<!--')) return []
    const text = inline.value.slice(4).replace(/-->$/, '')
    return [{ kind: 'comment', lines: linesFrom(text, before + (inline.position?.start.line ?? 0)) }]
  })
}
