// Forged proposals and commits of one group, then the good one: each forgery is refused and changes nothing of the group.
import { type CommitFlaw, forgeCommit, forgeProposal, type ProposalFlaw } from '../../mls/forge.ts'
import type { Answer } from '../../simulator/answer.ts'
import { accepted, each, refused } from '../match/answer.ts'
import { all } from '../match/judgement.ts'
import { allUnchanged } from '../match/read-back.ts'
import { readGroup } from '../probe/group-reading.ts'
import { defineScenario, type Evidence, type Scenario } from '../scenario.ts'
import { oneDomain } from '../world-plan.ts'

type Told<Flaw> = Pick<Scenario, 'requirement' | 'story'> & { readonly flaws: readonly Flaw[] }

interface Forgeries extends Evidence {
  readonly before: readonly Answer[]
  readonly attempts: readonly Answer[]
  readonly after: readonly Answer[]
  readonly twin: Answer
}

const demands: Pick<Scenario<Forgeries>, 'controls' | 'judge'> = {
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
}

/** Bob proposes an Update to Alice's group, spoilt in each of these ways and then as it should be. */
export function forgedUpdates({ requirement, story, flaws }: Told<ProposalFlaw>): Scenario {
  return defineScenario<Forgeries>({
    requirement,
    story,
    world: oneDomain,
    async probe({ alice, bob, register, group }) {
      const [anna, bert] = [await register(alice), await register(bob)]
      const { groupId, session, uploadProposal } = await group(anna, bert)
      const { member, propose } = session(bert)
      const update = { type: 'update' } as const
      const before = await readGroup(anna.server, groupId)
      const attempts = []
      for (const flaw of flaws) attempts.push(await uploadProposal(await forgeProposal(member, update, flaw)))
      const after = await readGroup(anna.server, groupId)
      return { before, attempts, after, twin: await uploadProposal(await propose(update)) }
    },
    ...demands,
  })
}

/** Alice commits Bob's Update to a group of three, spoilt in each of these ways and then as it should be. */
export function forgedCommits({ requirement, story, flaws }: Told<CommitFlaw>): Scenario {
  return defineScenario<Forgeries>({
    requirement,
    story,
    world: oneDomain,
    async probe({ appServer, alice, bob, carol, register, group }) {
      const [anna, bert, cleo] = [await register(alice), await register(bob), await register(carol)]
      const { groupId, session, propose } = await group(anna, bert, cleo)
      await propose(bert, { type: 'update' })
      const { member } = session(anna)
      const upload = (commitPacket: Uint8Array) => appServer.uploadCommit({ groupId, commitPacket })
      const before = await readGroup(appServer, groupId)
      const attempts = []
      for (const flaw of flaws) attempts.push(await upload((await forgeCommit(member, {}, flaw)).commitPacket))
      const after = await readGroup(appServer, groupId)
      const prepared = await session(anna).prepare()
      return { before, attempts, after, twin: await upload(prepared.upload.commitPacket) }
    },
    ...demands,
  })
}
