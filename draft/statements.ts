// Reads the Markdown text of a draft into its statements: one sentence, one figure or one editor's note each.
import { createHash } from 'node:crypto'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Fingerprint } from '../spec/requirement.ts'
import { sentencesOf } from './sentences.ts'

type Block = ReturnType<typeof fromMarkdown>['children'][number]
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number]

/** `prose`: a sentence; `figure`: a whole code block; `note`: an editor's note, introduced by `//`. */
type StatementKind = 'prose' | 'figure' | 'note'

export interface DraftStatement {
  /** Anchor of the innermost heading above it, as kramdown names it; empty above the first heading. */
  readonly section: string
  /** Line of the source where its block begins, from 1. */
  readonly line: number
  readonly kind: StatementKind
  /** Normalised: no markup, no comments, every run of white space one space. */
  readonly text: string
}

/** SHA-256 of a normalised statement in UTF-8: changes when a word changes, not when lines are wrapped anew. */
export function fingerprint(text: string): Fingerprint {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
}

/**
 * The statements of a draft in kramdown-rfc Markdown, in the order of the text. Front matter, the dividers between
 * abstract, middle and back, attribute lines and comments are no statements.
 */
export function readStatements(markdown: string): readonly DraftStatement[] {
  const anchorOf = anchorsInOrder()
  let section = ''
  const statements: DraftStatement[] = []
  for (const block of blocksOf(fromMarkdown(withoutScaffolding(markdown)).children)) {
    if (block.type === 'heading') section = anchorOf(plainText(block.children))
    else for (const part of statementsOf(block)) statements.push({ section, line: lineOf(block), ...part })
  }
  return statements
}

function statementsOf(block: Block): readonly Pick<DraftStatement, 'kind' | 'text'>[] {
  if (block.type === 'code') return [{ kind: 'figure', text: collapsed(block.value) }]
  if (block.type !== 'paragraph') return []
  const text = plainText(block.children)
  const note = /(?:^|\s)\/\/\s/.exec(text)
  const prose = collapsed(note === null ? text : text.slice(0, note.index))
  const sentences = sentencesOf(prose).map((sentence) => ({ kind: 'prose' as const, text: sentence }))
  if (note === null) return sentences
  const withoutMarks = text.slice(note.index).replaceAll(/(?:^|\s)\/\/(?=\s)/g, ' ')
  return [...sentences, { kind: 'note', text: collapsed(withoutMarks) }]
}

/** Headings, paragraphs and code blocks in reading order, out of whatever list or quotation they stand in. */
function blocksOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote'
      ? blocksOf(block.children)
      : [block],
  )
}

function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return ' '
      if (inline.type === 'html') return inline.value.startsWith('<!--') ? '' : inline.value
      if ('children' in inline) return plainText(inline.children)
      return 'value' in inline ? inline.value : ''
    })
    .join('')
}

function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function lineOf(block: Block): number {
  return block.position?.start.line ?? 0
}

/** Blanks what kramdown-rfc puts around and between the Markdown; every other line keeps its number. */
function withoutScaffolding(markdown: string): string {
  const lines = markdown.split(/\r?\n/)
  const start = lines.findIndex((line) => /^--- (abstract|middle)\s*$/.test(line))
  return lines
    .map((line, index) => (index < start || /^--- \w+\s*$/.test(line) || /^\{:.*\}\s*$/.test(line) ? '' : line))
    .join('\n')
}

/** Names headings as kramdown does: letters, digits and hyphens from the first letter on; a repeated name gets a number. */
function anchorsInOrder(): (heading: string) => string {
  const seen = new Map<string, number>()
  return (heading) => {
    const name = heading
      .replace(/^[^a-zA-Z]+/, '')
      .replaceAll(/[^a-zA-Z0-9 -]/g, '')
      .trim()
      .replaceAll(' ', '-')
      .toLowerCase()
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return times === 0 ? name : `${name}-${times}`
  }
}
