// A group of one member can be created, and then it is there (GR-01).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/supported',
  story: 'Alice creates a group and proposes an update in it',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const created = await appServer.createGroup(await session.export())
    const packet = await session.propose({ type: 'update' })
    const proposed = await appServer.uploadProposal({ groupId: id, packet })
    const listed = await appServer.listProposals({ groupId: id })
    return { created, proposed, listed, packet: octets(packet) }
  },
  judge: ({ created, proposed, listed, packet }) =>
    all(
      accepted(created),
      accepted(proposed),
      accepted(listed),
      equal(listed.value?.messages, [packet], 'listed.messages'),
    ),
})
