// Texts that only people read are left out of the blind measure, and nothing else is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { silent } from './instrument.ts'
import { textsForPeople } from './texts-for-people.ts'

/** The originals of the text mutations of a snippet, left out or tried. */
async function textsOf(content: string): Promise<{ leftOut: string[]; tried: string[] }> {
  const options = { plugins: null, excludedMutations: [], ignorers: [textsForPeople] }
  const { mutants } = await new Instrumenter(silent as never).instrument(
    [{ name: 'a.js', content, mutate: true }],
    options,
  )
  const texts = mutants.filter(({ mutatorName }) => mutatorName === 'StringLiteral')
  const original = ({ location: { start, end } }: (typeof mutants)[number]) =>
    content.split('\n')[start.line]?.slice(start.column, end.column) ?? ''
  const left = texts.filter(({ status }) => status === 'Ignored')
  return { leftOut: left.map(original), tried: texts.filter((one) => !left.includes(one)).map(original) }
}

test('the text of a refusal is left out, its code is tried', async () => {
  assert.deepEqual(await textsOf("throw new Refusal('not-found', 'no such client')"), {
    leftOut: ["'no such client'"],
    tried: ["'not-found'"],
  })
})

test('complaints of checks and labels are left out, other texts are tried', async () => {
  const snippet = "const check = { name: 'signature', kind: 'leaf', run: () => 'expected a signature; found none' }"
  assert.deepEqual(await textsOf(snippet), {
    leftOut: ["'signature'", "'expected a signature; found none'"],
    tried: ["'leaf'"],
  })
})

test('a text that is one of two is the text of its error all the same; what is sent with it is tried', async () => {
  const snippet = "throw new Refusal('not-found', own ? 'no such client' : 'no such queue', { members: { a: 'b' } })"
  assert.deepEqual(await textsOf(snippet), {
    leftOut: ["'no such client'", "'no such queue'"],
    tried: ["'not-found'", "'b'"],
  })
})

test('the log is left out with the question whether to log; what else depends on the question is tried', async () => {
  const quiet = "if (kind === 'a') parts.log({ event: 'b', kind: 'c' })"
  assert.deepEqual(await textsOf(quiet), { leftOut: ["'a'", "'b'", "'c'"], tried: [] })
  const loud = "if (kind === 'a') { parts.log({ kind: 'b' }); drop('c') }"
  assert.deepEqual(await textsOf(loud), { leftOut: ["'b'"], tried: ["'a'", "'c'"] })
})
