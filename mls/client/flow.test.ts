// The whole life of a group among our own members, in every suite.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { makeKeyPackage } from '../key-package.ts'
import {
  commit,
  createGroup,
  describeMember,
  exportGroup,
  joinExternally,
  joinFromWelcome,
  type Member,
  propose,
  protect,
  receive,
} from '../member.ts'
import { MlsRejection } from '../rejection.ts'
import { loadSuite, supportedSuites } from '../suite.ts'

const text = new TextEncoder()
const lifetime = { notBefore: 1n, notAfter: 2_000_000_000n }

for (const id of supportedSuites)
  test(`suite ${id}: members create, add, propose, update, remove, join from outside and talk`, async () => {
    const suite = await loadSuite(id, (length) => new Uint8Array(randomBytes(length)))
    const make = (name: string) => makeKeyPackage({ identity: text.encode(name), suite, lifetime })
    const bobPackage = await make('bob')
    let alice = await createGroup({ groupId: text.encode('room'), own: await make('alice') })

    const adding = await commit(alice, { proposals: [{ type: 'add', keyPackage: bobPackage.message }] })
    alice = adding.member
    let bob = await joinFromWelcome({
      own: bobPackage,
      welcome: present(adding.welcomePacket),
      ratchetTree: adding.ratchetTree,
    })
    agree(alice, bob)

    const hello = await protect(alice, text.encode('hello'))
    alice = hello.member
    const heard = await receive(bob, hello.message)
    bob = heard.member
    assert.deepEqual(heard.application, text.encode('hello'))

    const update = await propose(bob, { type: 'update' })
    bob = update.member
    alice = (await receive(alice, update.packet)).member
    const updating = await commit(alice)
    alice = updating.member
    bob = (await receive(bob, updating.commitPacket)).member
    agree(alice, bob)

    const carolPackage = await make('carol')
    const offer = await propose(bob, { type: 'add', keyPackage: carolPackage.message })
    bob = offer.member
    alice = (await receive(alice, offer.packet)).member
    const accepting = await commit(bob)
    bob = accepting.member
    alice = (await receive(alice, accepting.commitPacket)).member
    let carol = await joinFromWelcome({
      own: carolPackage,
      welcome: present(accepting.welcomePacket),
      ratchetTree: accepting.ratchetTree,
    })
    agree(alice, bob, carol)

    const daveOwn = await make('dave')
    const dave = await joinExternally({ own: daveOwn, ...(await exportGroup(carol)) })
    alice = (await receive(alice, dave.commitPacket)).member
    bob = (await receive(bob, dave.commitPacket)).member
    carol = (await receive(carol, dave.commitPacket)).member
    agree(alice, bob, carol, dave.member)

    const back = await joinExternally({ own: await make('bob'), ...(await exportGroup(alice)), resync: true })
    alice = (await receive(alice, back.commitPacket)).member
    carol = (await receive(carol, back.commitPacket)).member
    const out = await receive(bob, back.commitPacket)
    assert.equal(out.kind, 'removed')
    agree(alice, carol, back.member)

    const removing = await commit(alice, {
      proposals: [
        { type: 'remove', leafIndex: describeMember(carol).leafIndex },
        { type: 'group-context-extensions', extensions: [{ type: 'required-capabilities', credentialTypes: [1] }] },
      ],
    })
    alice = removing.member
    bob = (await receive(back.member, removing.commitPacket)).member
    agree(alice, bob)
    const gone = await receive(carol, removing.commitPacket)
    assert.equal(gone.kind, 'removed')
    const secret = await protect(bob, text.encode('without carol'))
    assert.deepEqual((await receive(alice, secret.message)).application, text.encode('without carol'))
    await assert.rejects(receive(gone.member, secret.message), MlsRejection)
    await assert.rejects(receive(carol, secret.message), MlsRejection)
  })

function agree(...members: readonly Member[]): void {
  const [first, ...others] = members.map((member) => {
    const { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator, members: list } = describeMember(member)
    return { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator, list }
  })
  for (const other of others) assert.deepEqual(other, first)
}

function present(bytes: Uint8Array | undefined): Uint8Array {
  assert.ok(bytes !== undefined)
  return bytes
}
