// The list holds every proposal of the epoch, whoever made it (PR-05).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/all-listed',
  story: 'Alice proposes to add Carol and to add Dave, Bob proposes an update',
  world: oneDomain,
  async probe({ alice, bob, carol, dave, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    for (const person of [carol, dave]) await register(person)
    const story = await group(anna, bert)
    const packets = [
      await story.propose(anna, { type: 'add', keyPackage: (await carol.keyPackage()).message }),
      await story.propose(bert, { type: 'update' }),
      await story.propose(anna, { type: 'add', keyPackage: (await dave.keyPackage()).message }),
    ]
    return { listed: await story.proposals(), packets: packets.map(octets) }
  },
  judge: ({ listed, packets }) =>
    all(accepted(listed), sameMembers(listed.value?.messages.map(octets), packets, 'listed.messages')),
})
