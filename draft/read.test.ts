// What the reader makes of a draft: sentences, figures and notes, each with its section and its line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprint } from './fingerprint.ts'
import type { Draft } from './model.ts'
import { NoDraft } from './no-draft.ts'
import { readDraft } from './read.ts'

const front = ['---', 'title: A Draft', '---', '', '--- middle', '']

function read(...lines: string[]): Draft {
  return readDraft([...front, ...lines].join('\n'))
}

test('reads each sentence with its section and its line', () => {
  const { title, sentences } = read('# Tea and Cake', '', 'Tea is served', 'at five. Cake', 'MUST follow.')
  assert.equal(title, 'A Draft')
  assert.deepEqual(
    sentences.map(({ section, line, text, level }) => [section, line, text, level]),
    [
      ['tea-and-cake', 9, 'Tea is served at five.', undefined],
      ['tea-and-cake', 10, 'Cake MUST follow.', 'MUST'],
    ],
  )
})

test('an id is the section and the beginning of the print, and two of the same words are told apart', () => {
  const { sentences } = read('# Tea', '', 'Tea is hot. Tea is hot.')
  const id = `tea/${fingerprint('Tea is hot.').slice(7, 19)}`
  assert.deepEqual(
    sentences.map((sentence) => sentence.id),
    [id, `${id}-2`],
  )
})

test('keeps the path of headings above a sentence', () => {
  const { sentences } = read('# Tea', '', '## Black', '', '# Cake', '', '## Pie', '', 'Pie is cake.')
  assert.deepEqual(sentences[0]?.path, ['Cake', 'Pie'])
})

test('leaves out front matter, dividers, attribute lines and comments', () => {
  const draft = read('{::boilerplate bcp14-tagged}', '', 'Tea <!-- or coffee --> is served.', '', '--- back', '')
  assert.deepEqual(texts(draft), ['Tea is served.'])
  assert.deepEqual(
    draft.comments.map(({ text }) => text),
    ['or coffee'],
  )
})

test('joins wrapped lines and strips markup', () => {
  const draft = read('The `pot` of\n  _black_   tea <bcp14>[is here](#kitchen)</bcp14>.')
  assert.deepEqual(texts(draft), ['The pot of black tea is here.'])
})

test('reads every item of a list, however deep, with the item and what introduces it', () => {
  const draft = read('Order:', '', '* Tea comes first.', '  * Milk comes', '    with it.', '* Cake last. Always.')
  assert.deepEqual(texts(draft), ['Order:', 'Tea comes first.', 'Milk comes with it.', 'Cake last.', 'Always.'])
  const [order, tea, milk, , always] = draft.sentences
  assert.deepEqual([order?.depth, tea?.depth, milk?.depth], [0, 1, 2])
  assert.deepEqual([tea?.lead, milk?.lead, always?.lead], [order?.id, tea?.id, order?.id])
  assert.equal(always?.item, 'Cake last. Always.')
})

test('reads a figure as one, whichever fence closes it', () => {
  const { figures, sentences } = read('~~~', 'HTTP GET /tea', '', '  // hot', '~~~~', '', 'Drink it.')
  assert.deepEqual(
    figures.map(({ line, text }) => [line, text]),
    [[8, 'HTTP GET /tea // hot']],
  )
  assert.equal(sentences[0]?.text, 'Drink it.')
})

test("tells an editor's note from the sentences before it", () => {
  const draft = read(
    'Tea is hot. // TODO: how hot?',
    '',
    '// TODO: say what',
    '// cake is. Soon.',
    '',
    'See https://tea.example/.',
  )
  assert.deepEqual(texts(draft), ['Tea is hot.', 'See https://tea.example/.'])
  const notes = ['TODO: how hot?', 'TODO: say what cake is. Soon.']
  assert.deepEqual(
    draft.comments.map(({ text }) => text),
    notes,
  )
  assert.deepEqual(
    draft.todos.map(({ text }) => text),
    notes,
  )
})

test('names sections as kramdown does, numbers the second of a name, and takes the name that is given', () => {
  const { sentences } = read(
    ...['## 1. X.509 Tea Rooms ', '', 'One.', '', '## X.509 Tea Rooms', '', 'Two.', ''],
    ...['## Pots {#the-pot}', '', 'Three.', '', '## Cups', '{: #the-cup}', '', 'Four.'],
  )
  assert.deepEqual(
    sentences.map(({ section }) => section),
    ['x509-tea-rooms', 'x509-tea-rooms-1', 'the-pot', 'the-cup'],
  )
})

test('refuses an empty text and one that is no draft', () => {
  assert.throws(() => readDraft(' '), NoDraft)
  assert.throws(() => readDraft('A gateway MUST exist.'), NoDraft)
})

test('the fingerprint stays when lines are wrapped anew and changes when a word does', () => {
  const print = (source: string): string[] => read(source).sentences.map((sentence) => sentence.fingerprint)
  assert.deepEqual(print('Tea MUST\nbe hot.'), print('Tea MUST be\nhot.'))
  assert.notDeepEqual(print('Tea MUST be hot.'), print('Tea SHOULD be hot.'))
})

test('the fingerprint is the SHA-256 of the text', () => {
  const ofAbc = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  assert.equal(fingerprint('abc'), ofAbc)
})

function texts({ sentences }: Draft): string[] {
  return sentences.map(({ text }) => text)
}
