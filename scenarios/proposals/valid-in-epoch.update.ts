// An update brings a fresh and signed leaf (PR-03; RFC 9420 sections 7.3 and 12.1.2).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeProposal } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'proposals/valid-in-epoch',
  story: 'Bob proposes an update with a leaf that is not signed, that has his old key, that is the one he has already',
  world: oneDomain,
  async probe({ alice, bob, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const story = await group(anna, bert)
    const session = story.session(bert)
    const update = { type: 'update' } as const
    const before = await readGroup(anna.server, story.groupId)
    const attempts = []
    for (const flaw of [
      { kind: 'update-leaf-signature' },
      { kind: 'update-same-key' },
      { kind: 'update-leaf-source' },
    ] as const)
      attempts.push(await story.uploadProposal(await forgeProposal(session.member, update, flaw)))
    const after = await readGroup(anna.server, story.groupId)
    const twin = await story.uploadProposal(await session.propose(update))
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
