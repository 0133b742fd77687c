// Who joins from outside takes nobody's place but its own (IP-06).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached, Unreachable } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeExternalCommit } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'identity-provider/external-remove-own-client',
  story: 'Mallory joins the group of Alice and Bob by an external commit that removes Bob; then by one that does not',
  world: oneDomain,
  async probe({ appServer, alice, bob, mallory, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(mallory)
    const story = await group(anna, bert)
    const answer = await story.groupInfo()
    const [joinInfo] = reached(answer).groupInfos
    if (!joinInfo) throw new Unreachable('the gateway has no GroupInfo of a group whose members provide it', { answer })
    const { groupInfo: known, ratchetTree } = joinInfo
    const { leafIndex } = story.session(bert).describe()
    const { commitPacket, groupInfo } = await forgeExternalCommit(
      { own: await mallory.keyPackage(), groupInfo: known, ...(ratchetTree && { ratchetTree }) },
      { kind: 'removes', leafIndices: [leafIndex] },
    )
    const { prepared } = await joinByGroupInfo(mallory, answer)
    const before = await readGroup(appServer, story.groupId)
    const attack = await appServer.uploadCommit({ groupId: story.groupId, commitPacket, groupInfo })
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(prepared)
    return { before, attack, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), allUnchanged(before, after)),
})
