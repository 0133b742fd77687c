// Octets kept beside decoded objects are what an encoder would make of them, and are never those of anything else.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { encodeLeafNodeTBS, type LeafNode } from 'ts-mls/leafNode.js'
import { encodeMlsMessageContent } from 'ts-mls/message.js'
import { commit, propose } from '../member.ts'
import { readCommit } from '../public-group.ts'
import { addMembers, makeWorld, memberOf, packageOf, type World } from '../world.test.kit.ts'
import { encodePublicMessage, hasLongVector } from './encoding.ts'
import { readMessage } from './message.ts'
import { octetsOf, vouchFor } from './octets.ts'
import { leafNodeTbs } from './signed.ts'
import { decodeMessageContent } from './syntax.ts'

let world: World
let packets: Uint8Array[]

before(async () => {
  world = await addMembers(await makeWorld(1), 'alice', ['bob', 'carol'], true)
  const alice = memberOf(world, 'alice')
  const { message } = await packageOf(world, 'dave')
  const add = { type: 'add' as const, keyPackage: message }
  const remove = { type: 'remove' as const, leafIndex: 1 }
  const extensions = { type: 'group-context-extensions' as const, extensions: [] }
  const lists = [[], [add], [add, remove], [extensions]]
  const made = await Promise.all(lists.map((proposals) => commit(alice, { proposals })))
  const update = await propose(alice, { type: 'update' })
  packets = [...made.map(({ commitPacket }) => commitPacket), update.packet]
})

function contentOf(packet: Uint8Array) {
  return readMessage(packet, 'mls_public_message').publicMessage
}

function leafOf(packet: Uint8Array): LeafNode {
  const { content } = contentOf(packet)
  return (content.contentType === 'commit' ? content.commit.path?.leafNode : undefined) ?? assert.fail('no path')
}

test('a PublicMessage is encoded piece by piece as ts-mls encodes it', () => {
  for (const packet of packets) {
    const publicMessage = contentOf(packet)
    const whole = encodeMlsMessageContent({ wireformat: 'mls_public_message', publicMessage })
    assert.deepEqual(encodePublicMessage(publicMessage), whole.slice(2))
    assert.deepEqual(whole, packet.slice(2))
  }
})

test('what is signed of a received leaf is what ts-mls would encode, in its place', () => {
  const leaf = leafOf(packets[0] ?? assert.fail())
  assert.ok(octetsOf(leaf))
  const place = { groupId: Uint8Array.of(7, 8), leafIndex: 66_000 }
  assert.ok(leaf.leafNodeSource === 'commit')
  assert.deepEqual(leafNodeTbs(leaf, place), encodeLeafNodeTBS({ ...leaf, ...place }))
})

test('a changed copy of an object has no octets: it is encoded', () => {
  const leaf = leafOf(packets[0] ?? assert.fail())
  assert.ok(leaf.leafNodeSource === 'commit')
  const changed = { ...leaf, parentHash: Uint8Array.of(1) }
  const place = { groupId: Uint8Array.of(7), leafIndex: 0 }
  assert.equal(octetsOf(changed), undefined)
  assert.deepEqual(leafNodeTbs(changed, place), encodeLeafNodeTBS({ ...changed, ...place }))
})

test('octets of a message count only when somebody has vouched that it is canonical', () => {
  const own = (packets[0] ?? assert.fail()).slice(2)
  const content = decodeMessageContent(own, 0)?.[0]
  assert.ok(content?.wireformat === 'mls_public_message')
  assert.equal(octetsOf(content.publicMessage.content), undefined)
  vouchFor(own)
  assert.ok(octetsOf(content.publicMessage.content))
})

test('a commit that is refused changes nothing about one that is good', async () => {
  const packet = packets[0] ?? assert.fail()
  const read = (bytes: Uint8Array) => readCommit(world.group, { packet: bytes, proposals: [] }, world.rules)
  const { next } = await read(packet)
  for (const place of [40, 120, 200]) {
    const broken = packet.slice()
    broken[place] = (broken[place] ?? 0) ^ 1
    await assert.rejects(read(broken), { name: 'MlsRejection' })
    const again = await read(packet)
    assert.deepEqual(again.next.treeHash, next.treeHash)
    assert.deepEqual(again.next.confirmedTranscriptHash, next.confirmedTranscriptHash)
    assert.deepEqual(again.next.ratchetTree, next.ratchetTree)
  }
})

test('vectors of very many entries are left to the encoder that gives up on them', () => {
  const publicMessage = contentOf(packets[0] ?? assert.fail())
  assert.equal(hasLongVector(publicMessage), false)
  const { content } = publicMessage
  assert.ok(content.contentType === 'commit' && content.commit.path !== undefined)
  const { path } = content.commit
  const extension = { extensionType: 9, extensionData: new Uint8Array() }
  const leafNode = { ...path.leafNode, extensions: Array.from({ length: 5_000 }, () => extension) }
  const commitWith = { ...content, commit: { ...content.commit, path: { ...path, leafNode } } }
  assert.equal(hasLongVector({ ...publicMessage, content: commitWith }), true)
})
