// Proposals are listed in the order of their arrival (PR-05).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/listed-in-order',
  story: 'Bob makes three proposals, and they arrive in another order than they were made in',
  world: oneDomain,
  async probe({ alice, bob, carol, dave, register, group }) {
    const bert = await register(bob)
    for (const person of [carol, dave]) await register(person)
    const story = await group(await register(alice), bert)
    const session = story.session(bert)
    const first = await session.propose({ type: 'add', keyPackage: (await carol.keyPackage()).message })
    const second = await session.propose({ type: 'update' })
    const third = await session.propose({ type: 'add', keyPackage: (await dave.keyPackage()).message })
    const arrived = [second, third, first]
    for (const packet of arrived) achieved(await story.uploadProposal(packet))
    return { listed: await story.proposals(), arrived: arrived.map(octets) }
  },
  judge: ({ listed, arrived }) => all(accepted(listed), equal(listed.value?.messages, arrived, 'listed.messages')),
})
