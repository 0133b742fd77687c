// A proposal carries the signature of the member it says it is from (PR-03).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'proposals/valid-in-epoch',
  story:
    "Mallory makes a group of the same id for herself and proposes in it, from the leaf that is Alice's in the real one",
  world: oneDomain,
  async probe({ appServer, alice, carol, mallory, register, group }) {
    const anna = await register(alice)
    for (const person of [carol, mallory]) await register(person)
    const story = await group(anna)
    const value = { type: 'add', keyPackage: (await carol.keyPackage()).message } as const
    const forged = await (await mallory.createGroup(story.groupId)).propose(value)
    const before = await readGroup(appServer, story.groupId)
    const attempt = await story.uploadProposal(forged)
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.uploadProposal(await story.session(anna).propose(value))
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})
