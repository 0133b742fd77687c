// The words of RFC XML inside a paragraph: text, emphasis and references, with comments taken out.
import type { Node } from '@xmldom/xmldom'
import { type Block, linesFrom } from '../blocks.ts'
import { type Marks, referenceText } from './references.ts'
import { attribute, childrenOf, isElement, lineOf, textIn } from './xml-tree.ts'

const inline = new Set([
  'bcp14',
  'br',
  'contact',
  'cref',
  'em',
  'eref',
  'iref',
  'relref',
  'spanx',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'vspace',
  'xref',
])

interface Words {
  readonly text: string
  readonly comments: readonly Block[]
}

export function isInline(node: Node): boolean {
  return node.nodeName === '#text' || node.nodeName === '#cdata-section' || inline.has(node.nodeName)
}

/** The words of a node and what is in it. */
export function inlineText(node: Node, marks: Marks): Words {
  if (node.nodeName === '#text' || node.nodeName === '#cdata-section') return { text: textIn(node), comments: [] }
  if (node.nodeName === '#comment')
    return { text: '', comments: [{ kind: 'comment', lines: linesFrom(textIn(node), lineOf(node)) }] }
  if (!isElement(node)) return { text: '', comments: [] }
  const parts = childrenOf(node).map((child) => inlineText(child, marks))
  const text = parts.map((part) => part.text).join('')
  const comments = parts.flatMap((part) => part.comments)
  switch (node.tagName) {
    case 'cref':
      return { text: '', comments: [{ kind: 'comment', lines: linesFrom(text, lineOf(node)) }, ...comments] }
    case 'iref':
      return { text: '', comments }
    case 'br':
    case 'vspace':
      return { text: ' ', comments }
    case 'contact':
      return { text: attribute(node, 'fullname') ?? text, comments }
    case 'eref':
      return { text: text.trim() === '' ? (attribute(node, 'target') ?? '') : text, comments }
    case 'xref':
    case 'relref': {
      if (text.trim() !== '') return { text, comments }
      const part = attribute(node, 'section')
      const reference = { target: attribute(node, 'target') ?? '', style: attribute(node, 'sectionFormat') ?? 'of' }
      return { text: referenceText({ ...reference, ...(part !== undefined && { part }) }, marks), comments }
    }
    default:
      return { text, comments }
  }
}
