// Which package a receiver is given, and what becomes of used ones: the rules alone, on packages made up.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../refusal.ts'
import type { Client, KeyQueue, QueuedPackage } from '../store/store.ts'
import { applicationWith } from '../trial.test.kit.ts'
import { createKeyPackages } from './key-packages.ts'

const service = createKeyPackages()
const alice = new TextEncoder().encode('alice')
const attributes = { protocolVersion: 1, cipherSuite: 1, appLabel: '' }

function stored(ref: string, notAfter = 1000n, change: Partial<QueuedPackage> = {}): QueuedPackage {
  const message = new TextEncoder().encode(ref)
  return { ref, initKey: `init key of ${ref}`, message, handle: alice, notBefore: 0n, notAfter, ...change }
}

function clientWith(packages: readonly QueuedPackage[], finalKey?: QueuedPackage): Client {
  const queue: KeyQueue = { ...attributes, id: 'q', packages, finalKey }
  return { id: 'c', handle: alice, tags: [], queues: new Map([['q', queue]]) }
}

function fetchFor(client: Client, receiver: string, now = 100n): string {
  const queue = service.match(client, attributes)
  const choice = service.choose(client, queue, { receiver, now })
  service.reserve(client, queue, choice, receiver)
  return choice.isFinal ? `${choice.stored.ref} (final)` : choice.stored.ref
}

const refusedAs = (code: string) => (reason: unknown) => reason instanceof Refusal && reason.code === code

test('each receiver has its own package, soonest to expire first, ties as they came', () => {
  const client = clientWith([stored('late', 900n), stored('tie-1', 500n), stored('tie-2', 500n), stored('soon', 300n)])
  assert.deepEqual(
    ['r1', 'r2', 'r3', 'r4'].map((receiver) => fetchFor(client, receiver)),
    ['soon', 'tie-1', 'tie-2', 'late'],
  )
  assert.deepEqual(
    ['r3', 'r1', 'r1'].map((receiver) => fetchFor(client, receiver)),
    ['tie-2', 'soon', 'soon'],
  )
  assert.throws(() => fetchFor(client, 'r5'), refusedAs('key-packages-exhausted'))
})

test('a package lasts through its last second, reserved or not', () => {
  const client = clientWith([stored('a', 300n), stored('b', 400n)])
  assert.equal(fetchFor(client, 'r1', 300n), 'a')
  assert.equal(fetchFor(client, 'r1', 301n), 'b')
  assert.throws(() => fetchFor(client, 'r1', 401n), refusedAs('key-packages-exhausted'))
})

test('a package that is not yet valid waits', () => {
  const client = clientWith([stored('a', 300n, { notBefore: 200n })])
  assert.throws(() => fetchFor(client, 'r1', 199n), refusedAs('key-packages-exhausted'))
  assert.equal(fetchFor(client, 'r1', 200n), 'a')
})

test('the final key comes last, to everybody, and reserves nothing', () => {
  const client = clientWith([stored('a')], stored('f'))
  assert.equal(fetchFor(client, 'r1'), 'a')
  assert.equal(fetchFor(client, 'r2'), 'f (final)')
  assert.equal(fetchFor(client, 'r3'), 'f (final)')
  const queue = service.match(client, attributes)
  client.queues.set(queue.id, { ...queue, packages: [...queue.packages, stored('b')] })
  assert.equal(fetchFor(client, 'r2'), 'b')
})

test('a queue is matched by version, suite and label alone and together', () => {
  const client = clientWith([stored('a')])
  for (const change of [{ protocolVersion: 2 }, { cipherSuite: 2 }, { appLabel: 'x' }])
    assert.throws(() => service.match(client, { ...attributes, ...change }), refusedAs('no-matching-queue'))
})

test('packages of an earlier handle are not handed out', () => {
  const client = { ...clientWith([stored('a')], stored('f')), handle: new TextEncoder().encode('alicia') }
  assert.throws(() => fetchFor(client, 'r1'), refusedAs('key-packages-exhausted'))
})

test('using a package takes it out of its queue whoever holds it, and it is spent', () => {
  const { application, client } = applicationWith(clientWith([stored('a'), stored('b')], stored('f')))
  application.keyPackages.final.add('f')
  assert.equal(fetchFor(client, 'r1'), 'a')
  service.checkUnspent(application, ['a', 'b', 'f'])
  service.advance(application, ['a', 'f'])
  assert.equal(fetchFor(client, 'r1'), 'b')
  assert.throws(() => service.checkUnspent(application, ['a']), refusedAs('invalid-key-package'))
  service.checkUnspent(application, ['b', 'f'])
})

test('a reservation tells calling domain and receiver apart, whatever characters they have', () => {
  const keys = [
    ['', 'a'],
    ['a', ''],
    ['a","b', 'c'],
    ['a', 'b","c'],
    ['', 'A'],
  ] as const
  assert.equal(new Set(keys.map(([domain, receiver]) => service.receiverKey(domain, receiver))).size, keys.length)
})
