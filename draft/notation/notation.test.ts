// Figures in every notation that drafts write requests and objects in, and what is read out of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shapeText } from '../extract.ts'
import type { DraftOperation } from '../model.ts'
import { readDraft } from '../read.ts'

function operationsOf(...lines: readonly string[]): readonly DraftOperation[] {
  return readDraft(['--- middle', '', '# Tea', '', 'Tea is hot.', '', ...lines].join('\n')).operations
}

/** An operation on one line. */
function told({ method, path, input, output }: DraftOperation): string {
  const parts = [
    input === undefined ? '' : ` <- ${shapeText(input)}`,
    output === undefined ? '' : ` -> ${shapeText(output)}`,
  ]
  return `${method} ${path}${parts.join('')}`
}

test('marks of optional members are read wherever they stand', () => {
  const body = [
    'optional a: String,',
    'b?: String,',
    'c: String?',
    '(optional) d: String',
    '[ e: String ],',
    'f: optional<String>,',
  ]
  const more = [
    'g: String // optional',
    '// required when teapots are on',
    'h: String,',
    'i: String (optional),',
    'j: String | null',
  ]
  const [found] = operationsOf('~~~ json', 'GET /tea', 'Output:', '{', ...body, ...more, 'k: String', '}', '~~~')
  const optional = found?.output?.members?.filter((member) => member.optional).map(({ name }) => name)
  assert.deepEqual(optional?.join(''), 'abcdefghij')
  assert.equal(found?.output?.members?.length, 11)
})

test('arrays, nested objects, comments, quoted names and ellipses are read', () => {
  const [found] = operationsOf(
    ...[
      '```',
      'HTTP POST /tea',
      '',
      'Input:',
      '{',
      '  "pots": [ # all of them',
      '    {',
      '      "id": "UUIDv4", /* ours */',
    ],
    ...[
      '      tags: String[],',
      '      "cups": array of uint8',
      '    },',
      '    ...',
      '  ],',
      '  lid; bool',
      '}',
      '```',
    ],
  )
  assert.equal(
    found && told(found),
    'POST /tea <- { pots: [{ id: UUIDv4, tags: [String], cups: [uint8] }], lid: bool }',
  )
})

test('structs are read as objects are', () => {
  const lines = [
    'struct {',
    '  uint16 version;',
    '  opaque label<V>;',
    '  KeyPackage packages<0..255>;',
    '  optional<Node> tree;',
    '} Request;',
  ]
  const { figures } = readDraft(['--- middle', '', '~~~', ...lines, '~~~'].join('\n'))
  const [definition] = figures[0]?.definitions ?? []
  assert.equal(
    definition && `${definition.name} ${shapeText(definition.shape)}`,
    'Request { version: uint16, label: opaque<V>, packages: [KeyPackage], tree?: Node }',
  )
})

test('slips of a struct are read as they were meant', () => {
  const lines = ['struct {', '  ApplicationId: id;', '  bool use_accounts:', '  Range range;', '} Configuration;']
  const { figures } = readDraft(['--- middle', '', '~~~', ...lines, '~~~'].join('\n'))
  const shape = figures[0]?.definitions[0]?.shape
  assert.equal(shape && shapeText(shape), '{ id: ApplicationId, use_accounts: bool, range: Range }')
})

test('labels are read in the figure or outside it, and a second input adds optional members', () => {
  const outside = [
    'HTTP PUT /tea',
    '',
    '**Input**:',
    '',
    '~~~',
    '{ a: String }',
    '~~~',
    '',
    '### Output',
    '',
    '~~~',
    '[Cup]',
    '~~~',
  ]
  assert.deepEqual(operationsOf('## Pour', '', ...outside.slice(0, 8)).map(told), ['PUT /tea <- { a: String }'])
  const twice = [
    '~~~',
    'PUT /tea',
    'Request body:',
    '{ a: String }',
    'Response (200): [Cup]',
    '~~~',
    '',
    'Then:',
    '',
    '~~~',
    'Input:',
    '{ a: String, b: bool }',
    '~~~',
  ]
  assert.deepEqual(operationsOf(...twice).map(told), ['PUT /tea <- { a: String, b?: bool } -> [Cup]'])
})

test('a request is read with or without HTTP, with a version behind it, as a heading, and in a sentence', () => {
  const lines = [
    '## GET /pots',
    '',
    '~~~',
    'DELETE /pots/{id} HTTP/1.1',
    '~~~',
    '',
    'It is shown by `GET /cups` and GET /pots.',
  ]
  assert.deepEqual(operationsOf(...lines).map(told), ['GET /pots', 'DELETE /pots/{id}', 'GET /cups'])
})

test('an object that no label introduces belongs to the request of its own figure only', () => {
  const lines = ['~~~', 'GET /pots', '', '{ id: UUIDv4 }', '~~~', '', '~~~', '{ other: String }', '~~~']
  assert.deepEqual(operationsOf(...lines).map(told), ['GET /pots -> { id: UUIDv4 }'])
})

test('a figure with marks of a merge is read as its second side has it, and the marks are a mistake of the text', () => {
  const lines = [
    '~~~',
    'Pot',
    '<<<<<<< HEAD',
    '{',
    '  a: String',
    '=======',
    '{',
    '  b: String',
    '>>>>>>> 1234567',
    '}',
    '~~~',
  ]
  const { figures, problems } = readDraft(['--- middle', '', ...lines].join('\n'))
  assert.equal(figures[0]?.definitions[0] && shapeText(figures[0].definitions[0].shape), '{ b: String }')
  assert.deepEqual(
    problems.map(({ severity, line }) => [severity, line]),
    [['error', 5]],
  )
})

test('a figure opened twice or never closed hides no sentence behind it', () => {
  const rest = ['', 'Tea MUST be hot.', '', '## Cake', '', '~~~', 'GET /cake', '~~~', '', 'Cake MUST follow.']
  for (const broken of [
    ['~~~', '~~~', 'Input:', '{ a: String }', '~~~'],
    ['~~~', 'GET /tea', '', '{ a: String }'],
  ]) {
    const { statements, operations, problems } = readDraft(
      ['--- middle', '', '# Tea', '', ...broken, ...rest].join('\n'),
    )
    assert.deepEqual(
      statements.map(({ text }) => text),
      ['Tea MUST be hot.', 'Cake MUST follow.'],
    )
    assert.equal(operations.at(-1)?.path, '/cake')
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['error'],
    )
  }
})
