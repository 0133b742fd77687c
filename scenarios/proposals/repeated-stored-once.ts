// A proposal that is uploaded twice is one proposal (PR-09, reading A-34).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/repeated-stored-once',
  story: 'Bob uploads a proposal, another one, and the first again',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const bert = await register(bob)
    await register(carol)
    const story = await group(await register(alice), bert)
    const session = story.session(bert)
    const first = await session.propose({ type: 'add', keyPackage: (await carol.keyPackage()).message })
    const second = await session.propose({ type: 'update' })
    for (const packet of [first, second]) achieved(await story.uploadProposal(packet))
    const repeated = await story.uploadProposal(first)
    return { repeated, listed: await story.proposals(), packets: [first, second].map(octets) }
  },
  judge: ({ listed, packets }) =>
    all(accepted(listed), sameMembers(listed.value?.messages.map(octets), packets, 'listed.messages')),
})
