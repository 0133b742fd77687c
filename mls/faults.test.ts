// The faults of ts-mls 1.6.4 that mls/ works around. Each test shows the fault and that ours has it not; the day one fails because the
// library is mended, the work-around it names can go.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tsMls from 'ts-mls'
import { acceptAll, decodeMlsMessage, encodeMlsMessage } from 'ts-mls'
import { joinGroup } from 'ts-mls/clientState.js'
import { type CreateCommitResult, createCommit, createGroupInfoWithExternalPub } from 'ts-mls/createCommit.js'
import { getCiphersuiteFromName } from 'ts-mls/crypto/ciphersuite.js'
import { defaultCryptoProvider } from 'ts-mls/crypto/implementation/default/provider.js'
import { signKeyPackage } from 'ts-mls/keyPackage.js'
import { processMessage } from 'ts-mls/processMessages.js'
import type { Proposal } from 'ts-mls/proposal.js'
import { emptyPskIndex } from 'ts-mls/pskIndex.js'
import { senderFromExtension } from 'ts-mls/publicMessage.js'
import { signLeaf } from './client/sign-leaf.ts'
import {
  externalPubExtension,
  externalSendersExtension,
  readExternalPub,
  readExternalSenders,
} from './codec/extensions.ts'
import { readMessage, readRatchetTree, writeKeyPackage } from './codec/message.ts'
import { versionNumber } from './codec/names.ts'
import { trailingByte } from './forge.ts'
import { makeKeyPackage, makeSignatureKey, type OwnKeyPackage } from './key-package.ts'
import { commit, describeMember, exportGroup, joinFromWelcome, type Member, propose, receive } from './member.ts'
import { openGroup, readCommit, readProposal } from './public-group.ts'
import { MlsRejection } from './rejection.ts'
import { addMembers, makeWorld, memberOf, packageOf, removeMember, type World } from './world.test.kit.ts'

const clearing: Proposal = { proposalType: 'group_context_extensions', groupContextExtensions: { extensions: [] } }
const requiring = {
  type: 'group-context-extensions',
  extensions: [{ type: 'required-capabilities', credentialTypes: [1] }],
} as const

test('B1: a GroupContextExtensions commit of ts-mls has no path; ours has', async () => {
  const world = await addMembers(await makeWorld(1), 'alice', ['bob'])
  const alice = memberOf(world, 'alice')
  assert.equal(pathOf((await theirs(alice, [clearing])).commit), undefined)
  const ours = await commit(alice, { proposals: [{ type: 'group-context-extensions', extensions: [] }] })
  const { content } = readMessage(ours.commitPacket, 'mls_public_message').publicMessage
  assert.ok(content.contentType === 'commit' && content.commit.path !== undefined)
})

test('B2: a receiver cannot open the GroupContextExtensions-and-Remove commit of ts-mls; ours it can', async () => {
  const world = await addMembers(await makeWorld(1), 'alice', ['bob', 'carol'])
  const alice = memberOf(world, 'alice')
  const bob = memberOf(world, 'bob')
  const { leafIndex } = describeMember(memberOf(world, 'carol'))
  const requirement = readRequirement(await commit(alice, { proposals: [requiring] }))
  const made = await theirs(alice, [requirement, { proposalType: 'remove', remove: { removed: leafIndex } }])
  await assert.rejects(theyReceive(bob, made))
  const ours = await commit(alice, { proposals: [requiring, { type: 'remove', leafIndex }] })
  const followed = await receive(bob, ours.commitPacket)
  assert.deepEqual(authenticator(followed.member), authenticator(ours.member))
})

test('B3: an empty list of extensions clears nothing in ts-mls; ours does', async () => {
  const world = await makeWorld(1)
  const { member } = await commit(memberOf(world, 'alice'), { proposals: [requiring] })
  assert.equal((await theirs(member, [clearing])).newState.groupContext.extensions.length, 1)
  const cleared = await commit(member, { proposals: [{ type: 'group-context-extensions', extensions: [] }] })
  assert.equal(cleared.member.state.groupContext.extensions.length, 0)
})

test('B4: external_pub of ts-mls lacks the length of the key; ours has it', async () => {
  const { state, suite } = memberOf(await makeWorld(1), 'alice')
  const groupInfo = await createGroupInfoWithExternalPub(state, [], suite.cipher)
  const data = groupInfo.extensions.find(({ extensionType }) => extensionType === 'external_pub')?.extensionData
  assert.equal(data?.length, 32)
  assert.throws(() => readExternalPub(groupInfo.extensions), MlsRejection)
  const key = data ?? assert.fail('no external_pub')
  assert.equal(externalPubExtension(key).extensionData.length, 33)
  assert.deepEqual(readExternalPub([externalPubExtension(key)]), new Uint8Array(key))
})

test('B5: ts-mls refuses the valid tree after a Remove and then two Adds in one commit; ours joins', async () => {
  let world = await addMembers(await makeWorld(1), 'alice', ['bob', 'carol', 'dave', 'erin'], true)
  world = await removeMember(world, 'alice', 'bob')
  const packages = [await packageOf(world, 'frank'), await packageOf(world, 'grace')]
  const proposals = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
  const made = await commit(memberOf(world, 'carol'), { proposals })
  const welcomePacket = made.welcomePacket ?? assert.fail('no Welcome')
  const { welcome } = readMessage(welcomePacket, 'mls_welcome')
  for (const own of packages) {
    const tree = readRatchetTree(made.ratchetTree)
    const joining = joinGroup(welcome, own.keyPackage, own.privateKeys, emptyPskIndex, own.suite.cipher, tree)
    await assert.rejects(joining, /unmerged_leaves/)
    const joined = await joinFromWelcome({ own, welcome: welcomePacket, ratchetTree: made.ratchetTree })
    assert.deepEqual(authenticator(joined), authenticator(made.member))
  }
  const opened = await openGroup(await exportGroup(made.member), world.rules)
  assert.equal(opened.members.length, 6)
})

test('B6: a member of ts-mls whose leaf is filled again at once fails; ours knows that it is out', async () => {
  const world = await addMembers(await makeWorld(1), 'alice', ['bob', 'carol'], true)
  const bob = memberOf(world, 'bob')
  const { made } = await swap(world, 'alice', 'bob', ['frank'])
  const message = decodeMlsMessage(made.commitPacket, 0)?.[0]
  assert.ok(message?.wireformat === 'mls_public_message')
  await assert.rejects(processMessage(message, bob.state, emptyPskIndex, acceptAll, bob.suite.cipher))
  assert.equal((await receive(bob, made.commitPacket)).kind, 'removed')
})

test('B7: ts-mls accepts two members with one encryption key; ours refuses them', async () => {
  const world = await makeWorld(1)
  const alice = memberOf(world, 'alice')
  // ts-mls looks at the clock when it sends an Add.
  const always = { notBefore: 0n, notAfter: 2n ** 62n }
  const make = (name: string) =>
    makeKeyPackage({ identity: new TextEncoder().encode(name), suite: world.suite, lifetime: always })
  const [first, second] = [await make('frank'), await make('grace')]
  const { hpkePublicKey } = first.keyPackage.leafNode
  const keyPackages = [first.keyPackage, await withEncryptionKey(second, hpkePublicKey)]
  const adds = keyPackages.map((keyPackage): Proposal => ({ proposalType: 'add', add: { keyPackage } }))
  await theirs(alice, adds)
  const proposals = keyPackages.map((keyPackage) => ({ type: 'add' as const, keyPackage: writeKeyPackage(keyPackage) }))
  const made = await commit(alice, { proposals })
  const upload = { packet: made.commitPacket, proposals: [], welcome: made.welcomePacket ?? assert.fail() }
  await assert.rejects(readCommit(world.group, upload, world.rules), { row: 'LN-11', code: 'invalid-commit' })
})

test('B8: P-256 and P-384 signature keys of ts-mls are compressed points; ours are not', async () => {
  for (const [id, compressed, whole] of [
    [2, 33, 65],
    [7, 49, 97],
  ] as const) {
    const { suite } = await makeWorld(id)
    const provided = await defaultCryptoProvider.getCiphersuiteImpl(getCiphersuiteFromName(suite.cipher.name))
    assert.equal((await provided.signature.keygen()).publicKey.length, compressed)
    const { publicKey } = await makeSignatureKey(suite)
    assert.deepEqual([publicKey.length, publicKey[0]], [whole, 4])
  }
})

test('B9: ts-mls reads external_senders as one sender for each extension; ours as a list', () => {
  const sender = (key: number) => ({
    signaturePublicKey: Uint8Array.of(key),
    credential: { credentialType: 'basic' as const, identity: Uint8Array.of(key) },
  })
  const list = [sender(1), sender(2)]
  const extension = externalSendersExtension(list)
  assert.deepEqual(readExternalSenders([extension]), list)
  assert.throws(() => senderFromExtension([extension], 0))
  assert.equal(senderFromExtension([extension], 1), undefined)
})

test('B10: ts-mls has nothing that makes an Update, and its ReInit goes out encrypted; ours makes both, to be read by all', async () => {
  const world = await makeWorld(1)
  const alice = memberOf(world, 'alice')
  const { state, suite } = alice
  assert.deepEqual(
    Object.keys(tsMls).filter((name) => /update/i.test(name)),
    [],
  )
  const made = await tsMls.reinitGroup(state, Uint8Array.of(5), 'mls10', suite.cipher.name, [], suite.cipher)
  assert.equal(made.commit.wireformat, 'mls_private_message')
  await readProposal(world.group, (await propose(alice, { type: 'update' })).packet, world.rules)
  const ours = await commit(alice, { proposals: [{ type: 're-init', groupId: Uint8Array.of(5) }] })
  const { next } = await readCommit(world.group, { packet: ours.commitPacket, proposals: [] }, world.rules)
  assert.equal(next.closed, true)
})

test('B11: ts-mls ignores bytes after a message and throws errors of its own; ours refuses both as malformed', async () => {
  const world = await makeWorld(1)
  const { message } = await packageOf(world, 'bob')
  assert.ok(decodeMlsMessage(trailingByte(message), 0))
  assert.throws(() => decodeMlsMessage(message.slice(0, 40), 0))
  assert.equal(decodeMlsMessage(new Uint8Array(), 0), undefined)
  for (const bad of [trailingByte(message), message.slice(0, 40), new Uint8Array()])
    assert.throws(() => readMessage(bad, 'mls_key_package'), { name: 'MlsRejection', code: 'malformed' })
})

test('B12: where the path does not reach the root, the commit secret of ts-mls is one step too far; ours is not', async () => {
  let world = await addMembers(await makeWorld(1), 'alice', ['bob', 'carol', 'dave'], true)
  world = await removeMember(world, 'carol', 'alice')
  world = await removeMember(world, 'carol', 'bob')
  const carol = memberOf(world, 'carol')
  const made = await theirs(carol, [])
  const path = pathOf(made.commit)
  assert.equal(path?.nodes.length, 1, 'the root has no one on its other side, so it is not on the path')
  await assert.rejects(receive(memberOf(world, 'dave'), encodeMlsMessage(made.commit)), /confirmation tag/)
  const ours = await commit(carol)
  const dave = await receive(memberOf(world, 'dave'), ours.commitPacket)
  assert.deepEqual(authenticator(dave.member), authenticator(ours.member))
})

test('B13: ts-mls cannot read a leaf that lists a version it does not know; ours can', async () => {
  const world = await makeWorld(1)
  const { message } = await packageOf(world, 'bob')
  // After version and wire format, version, suite, init key (33 bytes), encryption key (33), signature key (33) and credential (2 + 4).
  const at = 8 + 3 * 33 + 6
  assert.deepEqual(message.slice(at, at + 3), Uint8Array.of(2, 0, 1))
  const listing = Uint8Array.of(...message.slice(0, at), 2, 0x5a, 0x17, ...message.slice(at + 3))
  assert.ok(decodeMlsMessage(message, 0))
  assert.equal(decodeMlsMessage(listing, 0), undefined)
  const { leafNode } = readMessage(listing, 'mls_key_package').keyPackage
  assert.deepEqual(leafNode.capabilities.versions.map(versionNumber), [0x5a17])
})

function theirs({ state, suite }: Member, extraProposals: Proposal[]): Promise<CreateCommitResult> {
  return createCommit({ state, cipherSuite: suite.cipher }, { wireAsPublicMessage: true, extraProposals })
}

async function theyReceive({ state, suite }: Member, { commit: message }: CreateCommitResult) {
  assert.ok(message.wireformat === 'mls_public_message')
  return processMessage(message, state, emptyPskIndex, acceptAll, suite.cipher)
}

function pathOf(message: CreateCommitResult['commit']) {
  assert.ok(message.wireformat === 'mls_public_message')
  const { content } = message.publicMessage
  return content.contentType === 'commit' ? content.commit.path : assert.fail('no commit')
}

function readRequirement(made: { readonly commitPacket: Uint8Array }): Proposal {
  const { content } = readMessage(made.commitPacket, 'mls_public_message').publicMessage
  const entry = content.contentType === 'commit' ? content.commit.proposals[0] : undefined
  return entry?.proposalOrRefType === 'proposal' ? entry.proposal : assert.fail('no proposal')
}

async function swap(world: World, by: string, out: string, names: readonly string[]) {
  const packages = await Promise.all(names.map((name) => packageOf(world, name)))
  const { leafIndex } = describeMember(memberOf(world, out))
  const adds = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
  const made = await commit(memberOf(world, by), { proposals: [{ type: 'remove', leafIndex }, ...adds] })
  return { made, packages }
}

async function withEncryptionKey(own: OwnKeyPackage, hpkePublicKey: Uint8Array) {
  const { suite, signatureKey, keyPackage } = own
  const signer = { suite, key: signatureKey.privateKey, groupId: new Uint8Array(), leafIndex: 0 }
  const leafNode = await signLeaf({ ...keyPackage.leafNode, hpkePublicKey }, signer)
  return signKeyPackage({ ...keyPackage, leafNode }, signatureKey.privateKey, suite.cipher.signature)
}

function authenticator(member: Member): Uint8Array {
  return describeMember(member).epochAuthenticator
}
