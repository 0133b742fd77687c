// What the reader makes of a draft: sentences, figures and notes, each with its section and its line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DraftStatement, fingerprint, readStatements } from './statements.ts'

const front = ['---', 'title: A Draft', '---', '', '--- middle', '']

function read(...lines: string[]): readonly DraftStatement[] {
  return readStatements([...front, ...lines].join('\n'))
}

test('reads each sentence with its section and the line of its block', () => {
  const statements = read('# Tea and Cake', '', 'Tea is served at five.', 'Cake MUST follow.')
  assert.deepEqual(statements, [
    { section: 'tea-and-cake', line: 9, kind: 'prose', text: 'Tea is served at five.' },
    { section: 'tea-and-cake', line: 9, kind: 'prose', text: 'Cake MUST follow.' },
  ])
})

test('leaves out front matter, dividers, attribute lines and comments', () => {
  const statements = read('{::boilerplate bcp14-tagged}', '', 'Tea <!-- or coffee --> is served.', '', '--- back', '')
  assert.deepEqual(texts(statements), ['Tea is served.'])
})

test('joins wrapped lines and strips markup', () => {
  const statements = read('The `pot` of\n  _black_   tea [is here](#kitchen).')
  assert.deepEqual(texts(statements), ['The pot of black tea is here.'])
})

test('reads every item of a list, however deep', () => {
  const statements = read('Order:', '', '* Tea comes first.', '  * Milk comes', '    with it.', '* Cake last. Always.')
  assert.deepEqual(texts(statements), ['Order:', 'Tea comes first.', 'Milk comes with it.', 'Cake last.', 'Always.'])
})

test('reads a figure as one statement, whichever fence closes it', () => {
  const statements = read('~~~', 'HTTP GET /tea', '', '  // hot', '~~~~', '', 'Drink it.')
  assert.deepEqual(
    statements.map(({ kind, text }) => [kind, text]),
    [
      ['figure', 'HTTP GET /tea // hot'],
      ['prose', 'Drink it.'],
    ],
  )
})

test("tells an editor's note from the sentences before it", () => {
  const statements = read(
    'Tea is hot. // TODO: how hot?',
    '',
    '// TODO: say what',
    '// cake is. Soon.',
    '',
    'See https://tea.example/.',
  )
  assert.deepEqual(
    statements.map(({ kind, text }) => [kind, text]),
    [
      ['prose', 'Tea is hot.'],
      ['note', 'TODO: how hot?'],
      ['note', 'TODO: say what cake is. Soon.'],
      ['prose', 'See https://tea.example/.'],
    ],
  )
})

test('names sections as kramdown does and numbers the second of a name', () => {
  const statements = read('## 1. X.509 Tea Rooms ', '', 'One.', '', '## X.509 Tea Rooms', '', 'Two.')
  assert.deepEqual(
    statements.map(({ section }) => section),
    ['x509-tea-rooms', 'x509-tea-rooms-1'],
  )
})

test('reads nothing out of an empty text', () => {
  assert.deepEqual(readStatements(''), [])
})

test('the fingerprint stays when lines are wrapped anew and changes when a word does', () => {
  const print = (source: string): string[] => texts(readStatements(source)).map(fingerprint)
  assert.deepEqual(print('Tea MUST\nbe hot.'), print('Tea MUST be\nhot.'))
  assert.notDeepEqual(print('Tea MUST be hot.'), print('Tea SHOULD be hot.'))
})

test('the fingerprint is the SHA-256 of the text', () => {
  const ofAbc = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  assert.equal(fingerprint('abc'), ofAbc)
})

function texts(statements: readonly DraftStatement[]): string[] {
  return statements.map(({ text }) => text)
}
