// A proposal is listed as it came (PR-04).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/stored-unchanged',
  story: 'Bob proposes to add Carol',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const bert = await register(bob)
    await register(carol)
    const story = await group(await register(alice), bert)
    const { message: keyPackage } = await carol.keyPackage()
    const packet = await story.session(bert).propose({ type: 'add', keyPackage })
    achieved(await story.uploadProposal(packet))
    return { listed: await story.proposals(), packet: octets(packet) }
  },
  judge: ({ listed, packet }) => all(accepted(listed), equal(listed.value?.messages, [packet], 'listed.messages')),
})
