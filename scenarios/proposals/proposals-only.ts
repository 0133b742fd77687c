// Only proposals are taken where proposals go (PR-11).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/proposals-only',
  story: 'Alice uploads a commit, a welcome, a GroupInfo, a key package and an application message as proposals',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const anna = await register(alice)
    await register(carol)
    const story = await group(anna, await register(bob))
    const session = story.session(anna)
    const { message: keyPackage } = await carol.keyPackage()
    const { upload } = await session.prepare({ proposals: [{ type: 'add', keyPackage }] })
    const others = [upload.commitPacket, upload.welcomePacket, upload.groupInfo, keyPackage]
    const application = await session.encrypt('no proposal at all')
    const before = await readGroup(appServer, story.groupId)
    const attempts = []
    for (const packet of [...others, application]) if (packet) attempts.push(await story.uploadProposal(packet))
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.uploadProposal(await session.propose({ type: 'add', keyPackage }))
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
