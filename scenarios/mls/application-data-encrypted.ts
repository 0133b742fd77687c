// What is for the eyes of members is not sent in the clear, on whatever route (FR-04).
import { openGroup } from '../../harness/ingest/group.ts'
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeProposal } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'mls/application-data-encrypted',
  story: 'Alice sends application data as a PublicMessage, as a proposal and as a commit, then a proposal and a commit',
  world: oneDomain,
  tolerates: 'A-31',
  async probe(stage) {
    const { story, session } = await openGroup(stage, {})
    const { server } = story.creator
    const { groupId } = story
    const packet = await forgeProposal(session.member, { type: 'update' }, { kind: 'application-data' })
    const { commitPacket } = (await session.prepare()).upload
    const before = await readGroup(server, groupId)
    const asProposal = await story.uploadProposal(packet)
    const asCommit = await server.uploadCommit({ groupId, commitPacket: packet })
    const after = await readGroup(server, groupId)
    const twins = [
      await story.uploadProposal(await session.propose({ type: 'update' })),
      await server.uploadCommit({ groupId, commitPacket }),
    ]
    return { before, asProposal, asCommit, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, asProposal, asCommit, after }) =>
    all(refused(asProposal), refused(asCommit), allUnchanged(before, after)),
})
