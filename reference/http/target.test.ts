import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../refusal.ts'
import { readQuery, readTarget } from './target.ts'

test('splits a path without decoding or normalising it', () => {
  assert.deepEqual(readTarget('/apps//x/%2e%2e/a%2Fb/../?q=%20'), {
    segments: ['apps', '', 'x', '%2e%2e', 'a%2Fb', '..', ''],
    query: 'q=%20',
  })
  assert.deepEqual(readTarget('http://a.example:80/healthz').segments, ['healthz'])
})

test('refuses a target that is not a path', () => {
  for (const target of ['*', '', 'healthz', '/a#b', '/a b', '/ä', '?a=1'])
    assert.throws(() => readTarget(target), Refusal, target)
})

test('decodes a query once, and a plus as a space', () => {
  assert.deepEqual(readQuery('tag=a+b%2Bc%2520&domain=&x'), { tag: 'a b+c%20', domain: '', x: '' })
  assert.deepEqual(readQuery(''), {})
  assert.deepEqual(readQuery('a=1=2'), { a: '1=2' })
})

test('refuses a name given twice, stray percent signs and octets that are not UTF-8', () => {
  for (const query of ['a=1&a=1', 'a=1&%61=2', 'a=%', 'a=%zz', 'a=%ff', 'a=%ed%a0%80'])
    assert.throws(() => readQuery(query), Refusal, query)
})
