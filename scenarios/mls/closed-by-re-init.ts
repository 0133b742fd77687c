// A group that starts over takes no more messages (CB-11; RFC 9420 sections 11.2 and 12.4.2).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { type GroupStory, startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { reopened } from '../../mls/forge.ts'
import { commit, propose } from '../../mls/member.ts'
import { type Answer, isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'mls/closed-by-re-init',
  story: 'Alice has a group start over; in it, and in another, Bob proposes, Carol joins from outside, Alice commits',
  world: oneDomain,
  needs: ['external-commits'],
  async probe({ appServer, alice, bob, carol, register, group, groupId }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const closed = await group(anna, bert)
    const open = await startGroup(groupId('open'), anna, [bert])
    await closed.commit(anna, { proposals: [{ type: 're-init', groupId: groupId('new') }] })
    const goOn = async ({ groupId: id, session, deliver }: GroupStory): Promise<Answer[]> => {
      const { packet } = await propose(reopened(session(bert).member), { type: 'update' })
      const answers: Answer[] = [await appServer.uploadProposal({ groupId: id, packet })]
      const { commitPacket } = (await carol.joinByGroupInfo(await session(anna).export())).prepared.upload
      const joined = await appServer.uploadCommit({ groupId: id, commitPacket })
      if (isAccepted(joined)) await deliver(commitPacket)
      const next = await commit(reopened(session(anna).member), { references: [] })
      return [...answers, joined, await appServer.uploadCommit({ groupId: id, commitPacket: next.commitPacket })]
    }
    const before = await readGroup(appServer, closed.groupId)
    const attempts = await goOn(closed)
    const after = await readGroup(appServer, closed.groupId)
    return { before, attempts, after, twins: await goOn(open) }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
