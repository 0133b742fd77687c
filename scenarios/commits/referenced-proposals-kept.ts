// Of the proposals of an epoch those are kept that its commit refers to (CM-05, reading A-31).
import { accepted } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/referenced-proposals-kept',
  story: 'Three proposals are at the gateway; Alice commits the two that she has seen',
  world: oneDomain,
  async probe({ alice, bob, carol, dave, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    for (const person of [carol, dave]) await register(person)
    const story = await group(anna, bert)
    const first = await story.propose(bert, { type: 'update' })
    const unseen = await story.session(bert).propose({ type: 'add', keyPackage: (await dave.keyPackage()).message })
    achieved(await story.uploadProposal(unseen))
    const third = await story.propose(bert, { type: 'add', keyPackage: (await carol.keyPackage()).message })
    const committed = await story.commit(anna, {}, 'A-31')
    const kept = [first, third, committed.upload.commitPacket].map(octets)
    return { messages: await story.controlMessages(1n, 2n), kept }
  },
  judge: ({ messages, kept }) =>
    all(accepted(messages), sameMembers(sentFrom(1n, messages.value?.messages), kept, 'messages sent in epoch 1')),
})
