import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClientBook } from './client-book.ts'
import type { Client } from './store.ts'

const client = (id: string, name: string, tags: string[], domain?: string): Client => ({
  ...{ id, domain, tags, queues: new Map() },
  handle: new TextEncoder().encode(name),
})
const ids = (clients: Iterable<Client>) => [...clients].map(({ id }) => id)
const named = (name: string, domain?: string) => ({ handle: new TextEncoder().encode(name), domain })

test('clients are found by what their latest record says, and by nothing else', () => {
  const book = createClientBook([client('1', 'alice', ['a', 'b']), client('2', 'bob', ['b'])])
  assert.deepEqual(ids(book.tagged('b')), ['1', '2'])
  book.set('1', client('1', 'carol', ['b', 'c']))
  assert.deepEqual(ids(book.named(named('alice'))), [])
  assert.deepEqual(ids(book.named(named('carol'))), ['1'])
  assert.deepEqual(ids(book.tagged('a')), [])
  assert.deepEqual(ids(book.tagged('c')), ['1'])
  assert.deepEqual(ids(book.values()), ['1', '2'])
  book.delete('1')
  book.delete('1')
  assert.deepEqual(ids(book.named(named('carol'))), [])
  assert.deepEqual(ids(book.tagged('b')), ['2'])
  assert.equal(book.size, 1)
})

test('names are compared octet for octet, and with their domain', () => {
  const book = createClientBook([
    client('1', 'é', []),
    client('2', 'é'.normalize('NFD'), []),
    client('3', 'x', [], 'a'),
  ])
  assert.deepEqual(ids(book.named(named('é'))), ['1'])
  assert.deepEqual(ids(book.named(named('É'))), [])
  assert.deepEqual(ids(book.named(named('x'))), [])
  assert.deepEqual(ids(book.named(named('x', 'a'))), ['3'])
  assert.deepEqual(ids(createClientBook([client('1', 'b', [], 'a')]).named(named('a/b'))), [])
})
