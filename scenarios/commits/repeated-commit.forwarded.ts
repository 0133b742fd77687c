// A commit that another gateway forwards again, sooner or later, is still one commit (CM-19, reading A-34).
import { accepted, answered, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/repeated-commit',
  story: 'The gateway of Carol forwards a commit twice, and once more when the next one is there',
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const first = await story.commit(cleo)
    const one = await readGroup(appServer, story.groupId)
    const repeated = [await story.upload(first)]
    const stillOne = await readGroup(appServer, story.groupId)
    await story.commit(cleo)
    const two = await readGroup(appServer, story.groupId)
    repeated.push(await story.upload(first))
    const stillTwo = await readGroup(appServer, story.groupId)
    return { one, repeated, stillOne, two, stillTwo }
  },
  controls: ({ one, two }) => each([...one, ...two], accepted),
  judge: ({ one, repeated, stillOne, two, stillTwo }) =>
    all(each(repeated, answered), allUnchanged(one, stillOne), allUnchanged(two, stillTwo)),
})
