// Group ids mean something within one application only (GR-10).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/id-scoped-by-application',
  story: 'Alice and Bob create groups of the same id in two applications, and each proposes something',
  world: twoApplications,
  async probe({ appServer, otherAppServer, alice, bob, register, groupId }) {
    await register(alice)
    await register(bob, { server: otherAppServer })
    const id = groupId('plans')
    const [hers, his] = [await alice.createGroup(id), await bob.createGroup(id)]
    const first = await appServer.createGroup(await hers.export())
    const second = await otherAppServer.createGroup(await his.export())
    const [update, reply] = [await hers.propose({ type: 'update' }), await his.propose({ type: 'update' })]
    const proposed = await appServer.uploadProposal({ groupId: id, packet: update })
    const replied = await otherAppServer.uploadProposal({ groupId: id, packet: reply })
    const listed = await appServer.listProposals({ groupId: id })
    const otherListed = await otherAppServer.listProposals({ groupId: id })
    return { first, second, proposed, replied, listed, otherListed, update: octets(update), reply: octets(reply) }
  },
  judge: ({ first, second, proposed, replied, listed, otherListed, update, reply }) =>
    all(
      ...[first, second, proposed, replied].map(accepted),
      equal(listed.value?.messages, [update], 'listed.messages'),
      equal(otherListed.value?.messages, [reply], 'otherListed.messages'),
    ),
})
