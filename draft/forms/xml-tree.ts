// The tree of an RFC XML source: parsed by a library, with what its DOCTYPE declares left unread.
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom'
import { NoDraft } from '../no-draft.ts'

/** Characters that RFC XML names and that are no markup; any other name of an entity is shown as a space. */
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&amp;', lt: '&lt;', gt: '&gt;', quot: '&quot;', apos: '&apos;' },
  ...{ nbsp: ' ', nbhy: '-', zwsp: '', wj: '', mdash: '—', ndash: '–' },
}

export function parseXml(source: string): Document {
  // Entities of the DOCTYPE are never expanded: nothing is fetched, and nothing can grow.
  const text = source
    .replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/, blank)
    .replaceAll(/&([A-Za-z][\w.-]*);/g, (_, name: string) => entities[name] ?? ' ')
    .replaceAll(/[\u00A0\u200B\u2060\u00AD\u2011]/g, (sign) => (sign === '\u00A0' ? ' ' : sign === '\u2011' ? '-' : ''))
  const faults: string[] = []
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') faults.push(message)
  }
  try {
    const document = new DOMParser({ onError, locator: true }).parseFromString(text, 'text/xml')
    if (faults.length === 0 && document.documentElement?.tagName === 'rfc') return document
    if (faults.length === 0) throw new NoDraft('its root is no rfc element')
  } catch (error) {
    if (error instanceof NoDraft) throw error
    if (faults.length === 0) faults.push(error instanceof Error ? error.message : 'it cannot be parsed')
  }
  throw new NoDraft(`it is no well-formed XML: ${faults[0]?.replaceAll(/\s+/g, ' ').slice(0, 120)}`)
}

export function childrenOf(node: Node): readonly Node[] {
  return Array.from(node.childNodes)
}

export function isElement(node: Node, name?: string): node is Element {
  return node.nodeType === 1 && (name === undefined || node.nodeName === name)
}

export function attribute(element: Element, name: string): string | undefined {
  return element.getAttribute(name) ?? undefined
}

export function textIn(node: Node): string {
  return node.textContent ?? ''
}

/** Line of the source, from 1. */
export function lineOf(node: Node): number {
  return node.lineNumber ?? 1
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, '')
}
