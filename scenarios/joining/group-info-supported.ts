// The GroupInfo of a group can be read (JN-06).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/group-info-supported',
  story: 'Alice commits with a GroupInfo, and it is read',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const anna = await register(alice)
    const story = await group(anna, await register(bob))
    const { upload } = await story.commit(anna)
    return { info: await story.groupInfo(), groupInfo: octets(upload.groupInfo) }
  },
  judge: ({ info, groupInfo }) =>
    all(
      accepted(info),
      equal(
        info.value?.groupInfos.some((entry) => octets(entry.groupInfo) === groupInfo),
        true,
        'the GroupInfo is there',
      ),
    ),
})
