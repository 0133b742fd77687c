// What is served to join from outside is of the current epoch, tree included (JN-07, readings ).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/group-info-current',
  story: 'The group of Alice and Bob goes on by two commits; Carol reads its GroupInfo and prepares to join',
  world: oneDomain,
  async probe({ alice, bob, carol, dave, register, group }) {
    const anna = await register(alice)
    const dirk = await register(dave)
    await register(carol)
    const story = await group(anna, await register(bob))
    await story.add(anna, [dirk])
    const { upload } = await story.commit(anna)
    const info = await story.groupInfo()
    const prepared = []
    for (const { groupInfo, ratchetTree } of info.value?.groupInfos ?? []) {
      const joinInfo = { groupInfo, ...(ratchetTree && { ratchetTree }) }
      prepared.push(
        await finding(async () => (await carol.joinByGroupInfo(joinInfo)).session.describe().epoch.toString()),
      )
    }
    const next = (story.session(anna).describe().epoch + 1n).toString()
    return { info, prepared, groupInfo: octets(upload.groupInfo), next }
  },
  judge: ({ info, prepared, groupInfo, next }) =>
    all(
      accepted(info),
      ...(info.value?.groupInfos ?? []).map((entry, index) =>
        equal(entry.groupInfo, groupInfo, `groupInfos[${index}]`),
      ),
      ...prepared.map((found, index) => equal(found, next, `prepared[${index}]`)),
    ),
})
