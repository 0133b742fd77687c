// A proposal of the current epoch can be uploaded, and is then there to be read (PR-01).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/upload-supported',
  story: 'Bob proposes to remove Alice from their group',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const bert = await register(bob)
    const story = await group(await register(alice), bert)
    const packet = await story.session(bert).propose({ type: 'remove', leafIndex: 0 })
    const uploaded = await story.uploadProposal(packet)
    const listed = await story.proposals()
    return { uploaded, listed }
  },
  judge: ({ uploaded, listed }) =>
    all(accepted(uploaded), accepted(listed), equal(listed.value?.messages.length, 1, 'number of proposals')),
})
