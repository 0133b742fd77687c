// A new edition from a text: what is carried over, what is marked, and that the marks do not build.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import type { Requirement } from '../spec/requirement.ts'
import { fingerprint } from './fingerprint.ts'
import { newEdition } from './new-edition.ts'
import { readDraft } from './read.ts'

const sentences = {
  'door/opens': 'A gateway MUST open the door when somebody knocks.',
  'door/closes': 'A gateway SHOULD close the door behind them.',
  'door/rings': 'A gateway MAY ring a bell in the hall.',
  'door/greets': 'Cats MUST be fed.',
}
const was = `--- middle\n\n# Doors\n\n${Object.values(sentences).join(' ')}\n\n# Halls\n\nHalls are long.\n`
const now = `--- middle\n\n# Doors\n\n${sentences['door/opens']} A gateway MUST close the door behind them. Windows MUST NOT be opened before spring.\n\n# Halls\n\nHalls are long. ${sentences['door/rings']}\n`

const source = `export const door: Statements = {\n${Object.entries(sentences)
  .map(
    ([id, text]) =>
      `  '${id}': {\n    level: 'MUST',\n    section: 'doors',\n    fingerprint: '${fingerprint(text)}',\n  },\n`,
  )
  .join('')}}\n`

const from: Edition = {
  ...editions['2023-03-17'],
  requirements: Object.entries(sentences).map(
    ([id, text]) => ({ id, level: 'MUST', section: 'doors', fingerprint: fingerprint(text) }) as unknown as Requirement,
  ),
  notRequired: { ...editions['2023-03-17'].notRequired, statements: [], sections: {} },
}

test('entries are carried over by fingerprint, changed and dropped ones marked, new statements are stubs', () => {
  const sources = new Map([['requirements/door.ts', source]])
  const made = newEdition({ id: '2030-01-01', from, sources, draft: readDraft(now), was: readDraft(was) })
  assert.deepEqual(
    [made.carried, made.moved, made.changed, made.dropped, made.added.map(({ text }) => text)],
    [['door/opens'], ['door/rings'], ['door/closes'], ['door/greets'], ['Windows MUST NOT be opened before spring.']],
  )
  const text = made.files.get('requirements/door.ts') ?? ''
  assert.equal(text.match(/unreviewed/g)?.length, 2)
  assert.match(text, /'door\/rings': \{\n {4}level: 'MUST',\n {4}section: 'halls'/)
  assert.ok(text.includes(fingerprint('A gateway MUST close the door behind them.')))
  assert.match(made.files.get('requirements/unreviewed.ts') ?? '', /section: 'doors',[^}]*unreviewed: 'new, line 5/)
})

test('without the former text a changed sentence is one that is not there', () => {
  const made = newEdition({
    id: '2030-01-01',
    from,
    sources: new Map([['requirements/door.ts', source]]),
    draft: readDraft(now),
  })
  assert.deepEqual([made.changed, made.dropped], [[], ['door/closes', 'door/greets']])
})
