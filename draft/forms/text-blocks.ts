// Tells paragraphs, list items and figures of a plain text section apart, by indent and by what stands in them.
import { type Block, type Line, linesFrom } from '../blocks.ts'
import { resolved } from '../conflicts.ts'
import { labelLine, requestLine } from '../notation/lines.ts'
import { indentOf } from './text-pages.ts'

type Chunk = readonly Line[]

const bullet = /^(\s*)(?:[*o+-]|\(?\d+[.)]|\(?[a-z][.)])(\s+)(?=\S)/
const caption = /^\s+(?:Figure|Table) \d+(?::.*)?$/

export function textBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  /** Columns at which the text of the lists around begins. */
  let columns: number[] = []
  const figure: Line[] = []
  const endFigure = (): void => {
    if (figure.length > 0) blocks.push(figureOf([...figure]))
    figure.length = 0
  }
  for (const chunk of chunksOf(lines)) {
    const [first] = chunk
    if (first === undefined || chunk.every(({ text }) => caption.test(text))) continue
    if (isFigure(chunk) || (figure.length > 0 && isInside(figure) && !isProse(chunk))) {
      const last = figure.at(-1)
      if (last !== undefined)
        figure.push(...linesFrom('\n'.repeat(Math.max(0, first.line - last.line - 2)), last.line + 1))
      figure.push(...chunk)
      continue
    }
    endFigure()
    for (const item of itemsOf(chunk)) {
      const head = item[0]?.text ?? ''
      const [, indent = '', gap = ''] = bullet.exec(head) ?? []
      const column = gap === '' ? indentOf(head) : (bullet.exec(head)?.[0].length ?? 0)
      const outer = columns.filter((one) => one <= (gap === '' ? indentOf(head) : indent.length))
      columns = gap === '' ? outer : [...outer, column]
      blocks.push(...termAndText(item, columns.length))
    }
  }
  endFigure()
  return blocks
}

/** Runs of lines without a blank one among them. */
function chunksOf(lines: readonly Line[]): readonly Chunk[] {
  const chunks: Line[][] = [[]]
  for (const line of lines) {
    if (line.text.trim() === '') chunks.push([])
    else chunks.at(-1)?.push(line)
  }
  return chunks.filter((chunk) => chunk.length > 0)
}

/** The items of a list that stand close together; a paragraph is one of its own. */
function itemsOf(chunk: Chunk): readonly Chunk[] {
  const items: Line[][] = []
  for (const line of chunk) {
    const last = items.at(-1)
    const isTable = /^\s*[|+]/.test(line.text)
    if (last === undefined || bullet.test(line.text)) items.push([line])
    else if (!isTable || line.text.includes('|')) last.push(line)
  }
  return items
}

/** An item without its bullet; a term that hangs over its definition is a paragraph of its own. */
function termAndText(item: Chunk, depth: number): readonly Block[] {
  const [first, second] = item
  if (first === undefined) return []
  const marked = bullet.test(first.text)
  const lines = joined([{ text: first.text.replace(bullet, ''), line: first.line }, ...item.slice(1)])
  const hangs = !marked && second !== undefined && indentOf(second.text) >= indentOf(first.text) + 3
  const [, term, rest] = /^\s*(\S.{0,40}?)(?::\s{2,}|:$|\s{2,})(.*)$/.exec(first.text) ?? []
  if (!marked && term !== undefined && (hangs || /^\s*\S.{0,40}?:\s{2}/.test(first.text)) && !/[.!?]$/.test(term)) {
    const definition = joined([{ text: rest ?? '', line: first.line }, ...item.slice(1)])
    return [
      { kind: 'paragraph', lines: [{ text: term, line: first.line }], depth },
      { kind: 'paragraph', lines: definition, depth: depth + 1 },
    ]
  }
  return [{ kind: 'paragraph', lines, depth }]
}

/** A word that was cut at its hyphen is whole again: what follows comes to the line the word began on. */
function joined(lines: readonly Line[]): readonly Line[] {
  const whole: Line[] = []
  for (const { text, line } of lines) {
    const last = whole.at(-1)
    const [word = '', ...rest] = text.trim().split(' ')
    if (last !== undefined && /[A-Za-z]-$/.test(last.text) && /^[A-Za-z]/.test(word)) {
      whole[whole.length - 1] = { ...last, text: last.text + word }
      whole.push({ text: rest.join(' '), line })
    } else whole.push({ text, line })
  }
  return whole
}

function isFigure(chunk: Chunk): boolean {
  const texts = chunk.map(({ text }) => text.trim())
  if (texts.some((text) => requestLine(text) !== undefined)) return true
  const [head = ''] = texts
  if (texts.length === 1 && labelLine(head)?.rest === '') return true
  if (
    texts.some((text) =>
      /^[{}[\]][,;]?$|^[{}]|[{};]$|:=|^"[^"]+"\s*:|^<{7}|^>{7}|^<CODE (?:BEGINS|ENDS)>|^\[\w+\]$|^fn \w|^(?:Assert|If|For|While) \(|^[\w.]+ [<>=!]=? [\w.]+$/.test(
        text,
      ),
    )
  )
    return true
  const letters = texts.join('').replaceAll(/[^A-Za-z0-9]/g, '').length
  const strokes = texts.join('').replaceAll(/[^-+|_\\/<>=*']/g, '').length
  return strokes > letters || texts.some((text) => /\+-{3,}|-{2,}>|<-{2,}/.test(text)) || isName(texts)
}

/** A sentence at the margin: whatever is open above it, it is none of a figure. */
function isProse(chunk: Chunk): boolean {
  const text = chunk.map((line) => line.text.trim()).join(' ')
  return /^[A-Z](?:[^{};]+ ){5}[^{};]*[.:]$/.test(text)
}

/** A name alone on its line, as stands above an object. */
function isName(texts: readonly string[]): boolean {
  return texts.length === 1 && /^[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+$/.test(texts[0] ?? '')
}

/** Whether a bracket of the figure is still open. */
function isInside(figure: readonly Line[]): boolean {
  const texts = resolved(figure.map(({ text }) => text))
  const text = texts.map((line) => line.replace(/\/\/.*$/, '')).join('\n')
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return count(/[{]/g) > count(/[}]/g)
}

/** The lines of a figure without the margin that all of them have. */
function figureOf(lines: readonly Line[]): Block {
  const margin = Math.min(...lines.filter(({ text }) => text.trim() !== '').map(({ text }) => indentOf(text)))
  return { kind: 'figure', lines: lines.map(({ text, line }) => ({ text: text.slice(margin), line })) }
}
