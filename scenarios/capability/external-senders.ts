// Who declares external-senders takes a proposal of one whom the group lists.
import { offered, settled } from '../../harness/match/offer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { makeSignatureKey } from '../../mls/key-package.ts'
import { proposeFromOutside } from '../../mls/member.ts'
import { loadSuite } from '../../mls/suite.ts'

export default defineScenario({
  requirement: 'capability/external-senders',
  story: "Somebody whom Alice's group lists as external sender proposes to add Bob",
  world: oneDomain,
  async probe({ alice, bob, register, groupId, world }) {
    const { server } = await register(alice)
    await register(bob)
    const keys = world.random.branch('warden')
    const key = await makeSignatureKey(await loadSuite(world.cipherSuite, (length) => keys.bytes(length)))
    const warden = { signatureKey: key.publicKey, identity: new TextEncoder().encode('warden') }
    const session = await alice.createGroup(groupId('warded'), [{ type: 'external-senders', senders: [warden] }])
    achieved(await server.createGroup(await session.export()))
    const add = { type: 'add' as const, keyPackage: (await bob.keyPackage()).message }
    const packet = await proposeFromOutside(session.member, add, { key, senderIndex: 0 })
    return { use: await server.uploadProposal({ groupId: session.groupId, packet }) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})
