// Reads a draft's text into its model, whatever form it comes in.
import { conflictsIn } from './conflicts.ts'
import { draftOf } from './draft.ts'
import { hasDivider } from './forms/kramdown.ts'
import { readMarkdown } from './forms/markdown.ts'
import type { Draft, Form } from './model.ts'

/** A text that is no Internet-Draft; the message says why, to be read behind "expected an Internet-Draft". */
export class NoDraft extends Error {}

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
  const { title, blocks } = readMarkdown(text)
  const draft = draftOf(form, { title, blocks: [...blocks, ...conflicts] })
  if (draft.sentences.length === 0 && draft.figures.length === 0) throw new NoDraft('nothing is written in it')
  return draft
}

function formOf(text: string): Form {
  if (text.trim() === '') throw new NoDraft('it is empty')
  if (hasDivider(text)) return 'markdown'
  throw new NoDraft('no "--- abstract" or "--- middle" line was found')
}
