// Edits at many places of whole drafts, as authors make them: what is told of each is what was done, and nothing else.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readDraft } from '../read.ts'
import { diffDrafts } from './diff.ts'
import * as edits from './edits.test.kit.ts'
import type { SentenceChange } from './model.ts'

const folder = resolve(process.env['MIMI_DRAFTS'] ?? '../shared/spec')
const texts: readonly { readonly name: string; readonly file: string; readonly runs: number }[] = [
  { name: 'the tea room', file: resolve('fixtures/drafts/tea-room.md'), runs: 8 },
  { name: '2023-03-08', file: resolve(folder, '2023-03-08.md'), runs: 3 },
  { name: '2023-03-17', file: resolve(folder, '2023-03-17.md'), runs: 2 },
]

interface Expected {
  readonly edit: edits.Edit
  holds(change: SentenceChange): boolean
}

const single: Readonly<Record<string, Expected>> = {
  'a misspelling': { edit: edits.misspell, holds: ({ became }) => became === 'spelling' },
  'a MUST that became SHOULD': {
    edit: edits.weaken,
    holds: ({ level, scope }) => level?.effect === 'weaker' && scope.length === 0,
  },
  'an exception added': {
    edit: edits.except,
    holds: ({ level, scope }) => level === undefined && has(scope, 'exception'),
  },
  'a condition added': {
    edit: edits.condition,
    holds: ({ level, scope }) => level === undefined && has(scope, 'condition'),
  },
}

for (const { name, file, runs } of texts) {
  describe(name, { skip: existsSync(file) ? false : `the text of the draft is not here: ${file}` }, () => {
    const source = existsSync(file) ? readFileSync(file, 'utf8') : '--- middle\n\nNothing.\n'
    const draft = readDraft(source)
    const differences = (text: string) => diffDrafts(draft, readDraft(text))
    const anywhere = (check: (pick: number) => void) =>
      fc.assert(fc.property(fc.nat({ max: 10_000 }), check), { seed: 17, numRuns: runs })

    test('wrapped anew is the same', () =>
      anywhere((pick) => {
        const { sentences, operations, definitions, figures } = differences(edits.rewrap(source, pick))
        assert.deepEqual([...sentences, ...operations, ...definitions, ...figures], [])
      }))

    test('with a section elsewhere has every sentence as it was', () =>
      anywhere((pick) => {
        const { sentences, operations } = differences(edits.moveSection(source, pick))
        assert.deepEqual([...sentences, ...operations], [])
      }))

    for (const [what, { edit, holds }] of Object.entries(single)) {
      test(`with ${what} differs in that alone`, () =>
        anywhere((pick) => {
          const text = edit(source, pick)
          const { sentences } = differences(text)
          assert.equal(sentences.length, text === source ? 0 : 1)
          for (const change of sentences) assert.ok(holds(change), JSON.stringify(change, undefined, 2))
        }))
    }

    test('with all of it at once has nothing that is gone or new', () =>
      anywhere((pick) => {
        const steps = [edits.rewrap, edits.moveSection, edits.misspell, edits.weaken, edits.except]
        const text = steps.reduce((edited, edit, index) => edit(edited, pick + index), source)
        const { sentences } = differences(text)
        assert.deepEqual(
          sentences.filter(({ became }) => became === 'added' || became === 'removed'),
          [],
        )
      }))
  })
}

test('a term renamed in a whole text is told once, and its sentences as having another term only', (context) => {
  const file = resolve(folder, '2023-03-17.md')
  if (!existsSync(file)) return context.skip(`the text of the draft is not here: ${file}`)
  const source = readFileSync(file, 'utf8')
  for (const [from, to] of [
    ['gateway', 'relay'],
    ['key package', 'prekey'],
  ] as const) {
    const { sentences, terms } = diffDrafts(readDraft(source), readDraft(edits.renameTerm(source, from, to)))
    assert.deepEqual(
      terms.map((term) => [term.from, term.to]),
      [[from, to]],
    )
    assert.deepEqual([...new Set(sentences.map(({ became }) => became))], ['renamed'])
  }
})

function has(scope: SentenceChange['scope'], aspect: string): boolean {
  return scope.some((one) => one.aspect === aspect && one.change === 'added')
}
