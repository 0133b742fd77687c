// The GroupInfo on offer is that of the last commit, or none (CM-08, reading A-13).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/group-info-replaced',
  story: 'Alice commits with a GroupInfo, then without one',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    const story = await group(anna, await register(bob))
    const { upload } = await story.commit(anna)
    const replaced = await story.groupInfo()
    const { commitPacket } = (await story.session(anna).prepare()).upload
    achieved(await appServer.uploadCommit({ groupId: story.groupId, commitPacket }))
    return { replaced, emptied: await story.groupInfo(), groupInfo: octets(upload.groupInfo) }
  },
  judge: ({ replaced, emptied, groupInfo }) =>
    all(
      accepted(replaced),
      equal(
        replaced.value?.groupInfos.map((entry) => octets(entry.groupInfo)),
        [groupInfo],
        'replaced.groupInfos',
      ),
      equal(emptied.value?.groupInfos ?? [], [], 'emptied.groupInfos'),
    ),
})
