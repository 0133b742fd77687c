import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeKeyPackage } from '../key-package.ts'
import { createGroup, describeMember, exportGroup, joinExternally, receive } from '../member.ts'
import { loadSuite } from '../suite.ts'
import { lifetime, seededRandom } from '../world.test.kit.ts'
import { applyProposals } from './apply-proposals.ts'

const identity = new TextEncoder().encode('alice')

test('a lone member joins its group anew in its own place (RFC 9420 section 12.4.3.2)', async () => {
  const suite = await loadSuite(1, seededRandom('lone member'))
  const own = () => makeKeyPackage({ identity, suite, lifetime })
  const alice = await createGroup({ groupId: Uint8Array.of(1), own: await own() })
  const again = await joinExternally({ own: await own(), ...(await exportGroup(alice)), resync: true })
  assert.equal((await receive(alice, again.commitPacket)).kind, 'removed')
  assert.deepEqual(
    describeMember(again.member).members.map(({ leafIndex }) => leafIndex),
    [0],
  )
})

test('a list that removes everybody leaves one blank node', async () => {
  const suite = await loadSuite(1, seededRandom('nobody'))
  const { state } = await createGroup({
    groupId: Uint8Array.of(1),
    own: await makeKeyPackage({ identity, suite, lifetime }),
  })
  const remove = { proposalType: 'remove' as const, remove: { removed: 0 } }
  const list = [{ proposal: remove, sender: { senderType: 'member' as const, leafIndex: 0 } }]
  assert.deepEqual(applyProposals(state.ratchetTree, [], list).tree, [undefined])
})
