// One small draft in the three forms that drafts come in: whatever the form, the same is read out of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { extractOf } from '../extract.ts'
import type { Draft } from '../model.ts'
import { NoDraft } from '../no-draft.ts'
import { readDraft } from '../read.ts'

function sourceOf(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../fixtures/drafts/${name}`, import.meta.url)), 'utf8')
}

const markdown = readDraft(sourceOf('tea-room.md'))
const others = ['tea-room.xml', 'tea-room.txt'].map((name) => readDraft(sourceOf(name)))

test('the form of a draft is told by its text, its title found', () => {
  assert.deepEqual(
    [markdown, ...others].map(({ form }) => form),
    ['markdown', 'xml', 'text'],
  )
  assert.deepEqual(new Set([markdown, ...others].map(({ title }) => title)), new Set(['A Tea Room Over HTTP']))
})

test('the small draft asks what a careful reader finds in it', () => {
  const { statements } = extractOf(markdown, ['figures'])
  assert.deepEqual(
    statements.map(({ section, level, text }) => [section, level, text.slice(0, 50)]),
    [
      ['conventions-and-definitions', 'MUST', 'A pot MUST have a lid.'],
      ['tea-rooms', 'MUST', 'A tea room MUST answer as {{!RFC9110}} says and, u'],
      ['tea-rooms', 'MUST', 'It MUST NOT serve cold tea.'],
      ['tea-rooms', 'MUST', 'It MUST check that the pot is clean.'],
      ['tea-rooms', 'MAY', 'milk MAY come first; and'],
      ['tea-rooms', 'MUST', 'sugar MUST come last.'],
      ['orders', 'MAY', 'HTTP POST /rooms/{roomId}/orders Input: { tea: Str'],
      ['orders', 'MUST', 'A cross-domain order MUST be forwarded.'],
    ],
  )
})

for (const other of others) {
  test(`the same is read out of ${other.form} as out of Markdown`, () => {
    assert.deepEqual(other.sentences.map(placeless), markdown.sentences.map(placeless))
    assert.deepEqual(other.operations.map(placeless), markdown.operations.map(placeless))
    assert.deepEqual(other.figures.map(placeless), markdown.figures.map(placeless))
    assert.deepEqual(other.todos.map(placeless), markdown.todos.map(placeless))
    assert.deepEqual(other.sections.map(placeless), markdown.sections.map(placeless))
    assert.deepEqual(other.problems, [])
  })
}

test('comments are read where the form has any', () => {
  const texts = ({ comments }: Draft): string[] => comments.map(({ text }) => text)
  const [xml, text] = others
  assert.deepEqual(texts(markdown), ['TODO: how cold?', 'Cake is for another document.'])
  assert.deepEqual(xml && texts(xml), texts(markdown))
  assert.deepEqual(text && texts(text), ['TODO: how cold?'])
})

test('every sentence of the text is found on the line it begins on', () => {
  for (const [name, draft] of [['tea-room.md', markdown] as const, ['tea-room.txt', others[1]] as const]) {
    const lines = sourceOf(name).split('\n')
    for (const { line, text } of draft?.statements ?? []) {
      const [word = ''] = text.split(' ')
      assert.ok(lines[line - 1]?.includes(word), `${name} ${line}: ${text}`)
    }
  }
})

test('XML that is not well-formed is no draft, nor is XML of another kind', () => {
  assert.throws(() => readDraft('<?xml version="1.0"?><rfc><middle></rfc>'), NoDraft)
  assert.throws(() => readDraft('<?xml version="1.0"?><html><!-- <rfc --></html>'), NoDraft)
})

test('entities of a DOCTYPE are not expanded', () => {
  const bomb = '<!DOCTYPE rfc [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
  const draft = readDraft(`${bomb}<rfc><middle><section title="Tea"><t>Tea &b; is hot.</t></section></middle></rfc>`)
  assert.deepEqual(
    draft.sentences.map(({ text }) => text),
    ['Tea is hot.'],
  )
})

/** Without its line, and without spaces at the ends of lines. */
function placeless<T extends { readonly line: number }>(entry: T): Omit<T, 'line'> {
  const { line: _, ...rest } = entry
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'line' ? undefined : value)))
}
