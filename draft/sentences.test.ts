// Where a sentence ends, and where it only looks so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentencesOf } from './sentences.ts'

test('ends a sentence at a full stop, a question mark or an exclamation mark', () => {
  assert.deepEqual(sentencesOf('Is it tea? It is! Good.'), ['Is it tea?', 'It is!', 'Good.'])
})

test('ends a sentence before a small letter too, for names are often written so', () => {
  assert.deepEqual(sentencesOf('Use a chain. x509 is one.'), ['Use a chain.', 'x509 is one.'])
})

test('keeps a closing bracket or quotation mark with its sentence', () => {
  assert.deepEqual(sentencesOf('(It is tea.) He said "tea." Good.'), ['(It is tea.)', 'He said "tea."', 'Good.'])
})

test('does not end a sentence at an abbreviation, in brackets or not', () => {
  const text = 'Hot drinks (e.g. Tea) i.e. What is hot, etc. And more.'
  assert.deepEqual(sentencesOf(text), [text])
})

test('does not end a sentence at a number in the middle of it, but does at its end', () => {
  assert.deepEqual(sentencesOf('As tag 2. above says. See step 1. Then go.'), [
    'As tag 2. above says.',
    'See step 1.',
    'Then go.',
  ])
})

test('keeps a text without any end whole, and an empty one empty', () => {
  assert.deepEqual(sentencesOf('as follows:'), ['as follows:'])
  assert.deepEqual(sentencesOf(''), [])
})
