// Proposals go where proposals go, and commits where commits go (FR-05).
import { openGroup } from '../../harness/ingest/group.ts'
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'mls/content-fits-route',
  story: 'Alice sends a commit as a proposal and a proposal as a commit, then each where it belongs',
  world: oneDomain,
  async probe(stage) {
    const { story, session } = await openGroup(stage, {})
    const { server } = story.creator
    const { groupId } = story
    const { commitPacket } = (await session.prepare()).upload
    const packet = await session.propose({ type: 'update' })
    const before = await readGroup(server, groupId)
    const commitAsProposal = await story.uploadProposal(commitPacket)
    const proposalAsCommit = await server.uploadCommit({ groupId, commitPacket: packet })
    const after = await readGroup(server, groupId)
    const twins = [await story.uploadProposal(packet), await server.uploadCommit({ groupId, commitPacket })]
    return { before, commitAsProposal, proposalAsCommit, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, commitAsProposal, proposalAsCommit, after }) =>
    all(refused(commitAsProposal), refused(proposalAsCommit), allUnchanged(before, after)),
})
