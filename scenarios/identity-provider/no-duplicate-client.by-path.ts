// A committer does not turn into another member by the leaf of its own path (IP-04).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeCommit } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'identity-provider/no-duplicate-client',
  story: 'Alice commits with a path whose leaf says Bob, who is a member; then with one that says Alice',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const session = story.session(anna)
    const good = await session.prepare({ withPath: true })
    const flaw = { kind: 'path-identity', identity: bob.handle } as const
    const { commitPacket, groupInfo } = await forgeCommit(session.member, {}, flaw)
    const before = await readGroup(appServer, story.groupId)
    const attack = await appServer.uploadCommit({ groupId: story.groupId, commitPacket, groupInfo })
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.upload(good)
    return { before, attack, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), allUnchanged(before, after)),
})
