// Whoever changes a queue in whatever way: the notes of who holds which package say what a look through all queues would.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Holders, QueueBook } from './queue-book.ts'
import type { KeyQueue, StoredPackage } from './store.ts'

const stored = (ref: string): StoredPackage => ({
  ref,
  initKey: ref,
  message: new Uint8Array(),
  handle: new Uint8Array(),
  notBefore: 0n,
  notAfter: 1n,
})
const queueOf = (id: string, refs: readonly string[], final?: string): KeyQueue => ({
  id,
  protocolVersion: 1,
  cipherSuite: 1,
  appLabel: id,
  packages: refs.map(stored),
  finalKey: final === undefined ? undefined : stored(final),
})

const ref = fc.constantFrom('a', 'b', 'c', 'd')
const id = fc.constantFrom('1', '2')
const book = fc.constantFrom(0, 1)
const change = fc.oneof(
  fc.record({ book, id, refs: fc.uniqueArray(ref), final: fc.option(ref, { nil: undefined }) }),
  fc.record({ book, id }),
)

test('after any changes the notes are those of the queues as they are', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const holders: Holders = new Map()
      const books = [new QueueBook(holders), new QueueBook(holders)] as const
      for (const step of changes) {
        const one = books[step.book === 0 ? 0 : 1]
        if ('refs' in step) one.set(step.id, queueOf(step.id, step.refs, step.final))
        else one.delete(step.id)
      }
      for (const name of ['a', 'b', 'c', 'd'])
        assert.deepEqual(
          new Set(holders.get(name) ?? []),
          new Set(books.filter((one) => one.holds(name))),
          `who holds ${name}`,
        )
      const held = books.flatMap((one) => [...one.values()].flatMap(({ packages }) => packages))
      if (held.length === 0 && books.every((one) => one.size === 0)) assert.equal(holders.size, 0)
    }),
    { seed: 30, numRuns: 500 },
  )
})
