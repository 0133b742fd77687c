// Reads a draft in RFC XML (version 3, and what version 2 had) into blocks.
import type { Document, Element, Node } from '@xmldom/xmldom'
import { type Block, collapsed, type FormText, linesFrom } from '../blocks.ts'
import type { Marks } from './references.ts'
import { inlineText, isInline } from './xml-inline.ts'
import { attribute, childrenOf, isElement, lineOf, parseXml, textIn } from './xml-tree.ts'

/** Elements that say nothing of their own: what the publisher adds, and lists of references and people. */
const left = new Set([
  ...['area', 'date', 'keyword', 'seriesInfo', 'workgroup'],
  ...['boilerplate', 'toc', 'references', 'reference', 'author', 'name', 'title', 'index', 'link', 'svg'],
])

interface Around {
  readonly depth: number
  /** Level of the section's heading; 0 outside all sections. */
  readonly level: number
  readonly marks: Marks
}

/** Throws `NoDraft` where the XML is not well-formed or no `rfc`. */
export function readXml(source: string): FormText {
  const document = parseXml(source)
  const root = document.documentElement
  const marks = marksIn(document)
  const blocks = root === null ? [] : childrenOf(root).flatMap((node) => blocksOf(node, { depth: 0, level: 0, marks }))
  const title = document.getElementsByTagName('title').item(0)
  return { title: title === null ? '' : collapsed(textIn(title)), blocks }
}

function marksIn(document: Document): Marks {
  const marks = new Map<string, '!' | '?'>()
  for (const references of Array.from(document.getElementsByTagName('references'))) {
    const name = childrenOf(references).find((child) => isElement(child, 'name'))
    const title = attribute(references, 'title') ?? (name === undefined ? '' : textIn(name))
    const mark =
      /normative/i.test(title) && !/informative/i.test(title) ? '!' : /informative/i.test(title) ? '?' : undefined
    if (mark === undefined) continue
    for (const reference of Array.from(references.getElementsByTagName('reference'))) {
      const anchor = attribute(reference, 'anchor')
      if (anchor !== undefined) marks.set(anchor, mark)
    }
    for (const include of Array.from(references.getElementsByTagName('xi:include'))) {
      const file = /reference\.([\w.-]+?)\.xml$/.exec(attribute(include, 'href') ?? '')?.[1]
      if (file !== undefined) marks.set(file.replace(/^(RFC|BCP|STD)\.0*/, '$1'), mark)
    }
  }
  return marks
}

function blocksOf(node: Node, around: Around): readonly Block[] {
  if (node.nodeName === '#comment') return commentOf(node)
  if (!isElement(node) || left.has(node.tagName)) return []
  const into = (change: Partial<Around> = {}): readonly Block[] => mixed(node, { ...around, ...change })
  switch (node.tagName) {
    case 'section':
      return sectionOf(node, around)
    case 'artwork':
    case 'sourcecode':
      return figureOf(node)
    case 'artset':
      return childrenOf(node)
        .filter((one) => isElement(one) && attribute(one, 'type') !== 'svg')
        .slice(0, 1)
        .flatMap(figureIn)
    case 'cref':
      return commentOf(node)
    case 'ul':
    case 'ol':
    case 'dl':
    case 'list':
    case 'table':
      return into({ depth: around.depth + 1 })
    case 'dt':
      return into({ depth: around.depth - 1 }).map(withoutColon)
    default:
      return into()
  }
}

function figureIn(node: Node): readonly Block[] {
  return isElement(node) ? figureOf(node) : []
}

function sectionOf(node: Element, around: Around): readonly Block[] {
  const named = childrenOf(node).find((child) => isElement(child, 'name'))
  const title = collapsed(named === undefined ? (attribute(node, 'title') ?? '') : inlineText(named, around.marks).text)
  const anchor = attribute(node, 'anchor')
  const level = around.level + 1
  const heading: Block = { kind: 'heading', title, level, line: lineOf(node), ...(anchor !== undefined && { anchor }) }
  return [heading, ...mixed(node, { ...around, level })]
}

/** Blocks among text: what is inline makes one paragraph up to the next block. */
function mixed(node: Element, around: Around): readonly Block[] {
  const blocks: Block[] = []
  let line = 0
  let text = ''
  const end = (): void => {
    const lines = linesFrom(text, line)
    if (text.trim() !== '') blocks.push({ kind: 'paragraph', lines, depth: around.depth })
    text = ''
  }
  const hang = node.tagName === 't' ? attribute(node, 'hangText') : undefined
  if (hang !== undefined) {
    blocks.push(withoutColon({ kind: 'paragraph', lines: linesFrom(hang, lineOf(node)), depth: around.depth - 1 }))
  }
  for (const child of childrenOf(node)) {
    if (isInline(child)) {
      const said = inlineText(child, around.marks)
      if (text === '') line = lineOf(child)
      text += said.text
      blocks.push(...said.comments)
    } else if (child.nodeName === '#comment' && text.trim() !== '') blocks.push(...commentOf(child))
    else {
      end()
      blocks.push(...blocksOf(child, around))
    }
  }
  end()
  return blocks
}

function figureOf(node: Element): readonly Block[] {
  const source = textIn(node)
  if (source.trim() === '') return []
  const opening = /^[ \t]*\n/.exec(source)?.[0] ?? ''
  return [
    {
      kind: 'figure',
      lines: linesFrom(source.slice(opening.length).trimEnd(), lineOf(node) + (opening === '' ? 0 : 1)),
    },
  ]
}

function commentOf(node: Node): readonly Block[] {
  const text = textIn(node)
  // A tool keeps its own things in comments that begin so.
  if (text.trim() === '' || text.trimStart().startsWith('##')) return []
  return [{ kind: 'comment', lines: linesFrom(text, lineOf(node)) }]
}

/** The colon that some tools put behind a term is none of its words. */
function withoutColon(block: Block): Block {
  if (block.kind !== 'paragraph') return block
  return { ...block, lines: block.lines.map(({ text, line }) => ({ text: text.replace(/:\s*$/, ''), line })) }
}
