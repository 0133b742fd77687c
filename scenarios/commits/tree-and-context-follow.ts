// After a commit the gateway judges by the new tree and the new context (CM-06).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { sharedState } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/tree-and-context-follow',
  story: 'Alice adds Carol and Dave; Carol removes Bob; Dave updates; each commit rests on the one before',
  world: oneDomain,
  async probe({ alice, bob, carol, dave, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const [cleo, dirk] = [await register(carol), await register(dave)]
    const story = await group(anna, bert)
    await story.add(anna, [cleo, dirk])
    const { leafIndex } = story.session(bert).describe()
    const removing = await story.session(cleo).prepare({ proposals: [{ type: 'remove', leafIndex }] })
    const removed = await story.upload(removing)
    removing.apply()
    await story.deliver(removing.upload.commitPacket, cleo)
    const updating = await story.session(dirk).prepare()
    const updated = await story.upload(updating)
    updating.apply()
    await story.deliver(updating.upload.commitPacket, dirk)
    const states = [anna, cleo, dirk].map((member) => sharedState(story.session(member)))
    return { removed, updated, states }
  },
  controls: ({ states }) => all(...states.map((state) => equal(state, states[0], 'state of a member'))),
  judge: ({ removed, updated }) => all(accepted(removed), accepted(updated)),
})
