// Reads a draft's text into its model, whatever form it comes in.
import type { FormText } from './blocks.ts'
import { conflictsIn } from './conflicts.ts'
import { draftOf } from './draft.ts'
import { hasDivider } from './forms/kramdown.ts'
import { readMarkdown } from './forms/markdown.ts'
import { looksPublished, readText } from './forms/text.ts'
import { readXml } from './forms/xml.ts'
import type { Draft, Form } from './model.ts'
import { NoDraft } from './no-draft.ts'

const readers: Readonly<Record<Form, (text: string) => FormText>> = {
  markdown: readMarkdown,
  xml: readXml,
  text: readText,
}

/** The draft in a text; throws `NoDraft`. */
export function readDraft(source: string): Draft {
  const text = source.replaceAll(/\r\n?/g, '\n')
  const form = formOf(text)
  const conflicts = conflictsIn(text.split('\n')).map(({ from, to }) => ({
    kind: 'problem' as const,
    severity: 'error' as const,
    line: from + 1,
    text: `a merge was not resolved${to > from ? ` (lines ${from + 1} to ${to + 1})` : ''}`,
  }))
  const { title, blocks } = readers[form](text)
  const draft = draftOf(form, { title, blocks: [...blocks, ...conflicts] })
  if (draft.sentences.length === 0 && draft.figures.length === 0) throw new NoDraft('nothing is written in it')
  return draft
}

function formOf(text: string): Form {
  if (text.trim() === '') throw new NoDraft('it is empty')
  if (/^\s*(?:<\?xml\b|<!--|<!DOCTYPE\b|<rfc\b)/.test(text) && text.includes('<rfc')) return 'xml'
  if (hasDivider(text)) return 'markdown'
  if (looksPublished(text)) return 'text'
  throw new NoDraft('no line "--- middle", no rfc element and no title page of a published draft was found')
}
