// How a queue is filled, emptied and relabelled: the rules alone, on packages made up.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultLimits } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { createStore, type KeyQueue, type StoredPackage } from '../store/store.ts'
import { applicationWith } from '../trial.test.kit.ts'
import { createKeyQueues, type QueueChange } from './key-queues.ts'

const alice = new TextEncoder().encode('alice')
const attributes = { protocolVersion: 1, cipherSuite: 1, appLabel: 'calls' }
const stored = (ref: string, notAfter = 1000n): StoredPackage => ({
  ref,
  initKey: `init key of ${ref}`,
  message: new TextEncoder().encode(ref),
  handle: alice,
  notBefore: 0n,
  notAfter,
})

function world() {
  let counter = 0
  const service = createKeyQueues({ store: createStore(), limits: defaultLimits, ids: () => `id-${counter++}` })
  const { application, client } = applicationWith({ id: 'alice', handle: alice, tags: [], queues: new Map() })
  const { id } = service.create(client, attributes)
  const update = (change: Partial<QueueChange>, queueId = id) =>
    service.update(application, client, service.find(client, queueId), { packages: [], isReset: false, ...change })
  const refs = () => service.find(client, id).packages.map(({ ref }) => ref)
  const handOut = (ref: string) => {
    const queue = service.find(client, id)
    const packages = queue.packages.map((one) => (one.ref === ref ? { ...one, receiver: 'r' } : one))
    client.queues.set(id, { ...queue, packages } satisfies KeyQueue)
  }
  return { service, application, client, id, update, refs, handOut }
}

const refusedAs = (code: string) => (reason: unknown) => reason instanceof Refusal && reason.code === code

test('refuses a second queue of the same version, suite and label for one client', () => {
  const { service, client } = world()
  assert.throws(() => service.create(client, attributes), refusedAs('queue-conflict'))
  for (const change of [{ protocolVersion: 2 }, { cipherSuite: 2 }, { appLabel: '' }])
    service.create(client, { ...attributes, ...change })
  service.create({ ...client, id: 'bob', queues: new Map() }, attributes)
})

test('appends, and after a reset holds the upload alone', () => {
  const { update, refs } = world()
  update({ packages: [stored('a')] })
  update({ packages: [stored('b'), stored('c')] })
  assert.deepEqual(refs(), ['a', 'b', 'c'])
  update({ packages: [stored('d')], isReset: true })
  assert.deepEqual(refs(), ['d'])
  update({ isReset: true })
  assert.deepEqual(refs(), [])
})

test('a reset leaves the final key, a new final key replaces the old one', () => {
  const { service, client, id, update } = world()
  update({ finalKey: stored('f') })
  update({ isReset: true })
  assert.equal(service.find(client, id).finalKey?.ref, 'f')
  update({ finalKey: stored('f') })
  update({ finalKey: stored('g') })
  assert.equal(service.find(client, id).finalKey?.ref, 'g')
})

test('counts unexpired packages, handed out ones too, and not the final key', () => {
  const { service, update, handOut, client, id } = world()
  update({ packages: [stored('a', 300n), stored('b', 400n)], finalKey: stored('f') })
  handOut('a')
  const counts = [300n, 301n, 401n].map((now) => service.count(service.find(client, id), now))
  assert.deepEqual(counts, [2, 1, 0])
})

test('refuses a package that the application holds, has used, or that comes twice; and then changes nothing', () => {
  const { service, application, client, update, refs } = world()
  update({ packages: [stored('a')], finalKey: stored('f') })
  application.keyPackages.spent.add('used')
  const other = service.create(client, { ...attributes, appLabel: 'chat' })
  const duplicates: Partial<QueueChange>[] = [
    { packages: [stored('b'), stored('a')] },
    { packages: [stored('b'), stored('b')] },
    { packages: [stored('used')] },
    { packages: [stored('f')] },
    { packages: [stored('b')], finalKey: stored('b') },
    { packages: [stored('b')], finalKey: stored('used') },
  ]
  for (const change of duplicates) {
    assert.throws(() => update(change), refusedAs('duplicate-key-package'))
    assert.deepEqual(refs(), ['a'])
  }
  for (const ref of ['a', 'f', 'used'])
    assert.throws(() => update({ packages: [stored(ref)] }, other.id), refusedAs('duplicate-key-package'))
  assert.throws(() => update({ finalKey: stored('f') }, other.id), refusedAs('duplicate-key-package'))
  assert.throws(() => update({ isReset: true, packages: [stored('used')] }), refusedAs('duplicate-key-package'))
  assert.deepEqual(refs(), ['a'])
})

test('refuses a second package with the init key of another, in any queue of the client; and then changes nothing', () => {
  const { service, client, update, refs } = world()
  const copied = (ref: string, of: string) => ({ ...stored(ref), initKey: stored(of).initKey })
  update({ packages: [stored('a')], finalKey: stored('f') })
  const other = service.create(client, { ...attributes, appLabel: 'chat' })
  for (const change of [
    { packages: [copied('b', 'a')] },
    { packages: [copied('b', 'f')] },
    { packages: [stored('b'), copied('c', 'b')] },
    { finalKey: copied('g', 'a') },
    { packages: [stored('b')], finalKey: copied('g', 'b') },
    { packages: [copied('b', 'f')], isReset: true },
  ]) {
    assert.throws(() => update(change), refusedAs('invalid-key-package'))
    assert.deepEqual(refs(), ['a'])
  }
  assert.throws(() => update({ packages: [copied('b', 'a')] }, other.id), refusedAs('invalid-key-package'))
  update({ packages: [copied('b', 'a')], isReset: true, finalKey: stored('f') })
  assert.deepEqual(refs(), ['b'])
})

test('a package dropped by a reset may come back, unless it was handed out', () => {
  const { update, handOut, refs } = world()
  update({ packages: [stored('a'), stored('b')] })
  handOut('a')
  assert.throws(() => update({ packages: [stored('a')], isReset: true }), refusedAs('duplicate-key-package'))
  update({ packages: [stored('b')], isReset: true })
  assert.deepEqual(refs(), ['b'])
  assert.throws(() => update({ packages: [stored('a')] }), refusedAs('duplicate-key-package'))
})

test('what a removed queue handed out stays spent, the rest and its attributes are free', () => {
  const { service, application, client, id, update, handOut } = world()
  update({ packages: [stored('a'), stored('b')] })
  handOut('a')
  service.remove(application, client, service.find(client, id))
  assert.throws(() => service.find(client, id), refusedAs('not-found'))
  const again = service.create(client, attributes)
  assert.throws(() => update({ packages: [stored('a')] }, again.id), refusedAs('duplicate-key-package'))
  update({ packages: [stored('b')] }, again.id)
})

test('relabels, but not onto another queue; and then changes nothing', () => {
  const { service, client, id, update, refs } = world()
  service.create(client, { ...attributes, appLabel: 'chat' })
  assert.throws(() => update({ appLabel: 'chat', packages: [stored('a')] }), refusedAs('queue-conflict'))
  assert.deepEqual(refs(), [])
  update({ appLabel: 'calls' })
  update({ appLabel: 'voice' })
  assert.equal(service.find(client, id).appLabel, 'voice')
})

test('refuses a package of another client, as package and as final key', () => {
  const { update, refs } = world()
  const mallory = { ...stored('m'), handle: new TextEncoder().encode('Alice') }
  assert.throws(() => update({ packages: [stored('a'), mallory] }), refusedAs('invalid-key-package'))
  assert.throws(() => update({ finalKey: mallory }), refusedAs('invalid-key-package'))
  assert.deepEqual(refs(), [])
})

test('refuses a batch over the limit', () => {
  const { service } = world()
  const message = new Uint8Array()
  service.checkBatch(Array(1000).fill(message))
  assert.throws(() => service.checkBatch(Array(1001).fill(message)), refusedAs('too-large'))
})
