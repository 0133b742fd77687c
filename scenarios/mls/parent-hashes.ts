// Parent hashes in trees that are not full: blank nodes, unmerged leaves, places filled again (RT-04; RFC 9420 section 7.9).
import { accepted, each } from '../../harness/match/answer.ts'
import { localRoom, type Room } from '../../harness/probe/ingest/room.ts'
import { refusedCommits } from '../../harness/probe/ingest/routes.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const requirement = 'mls/parent-hashes'

/** Bob's place is blank, then two are added at once: one takes it, and the tree grows by a half that has no parents. */
async function refill({ story, creator, second, third, fourth, leafOf }: Room): Promise<void> {
  await story.commit(creator, { proposals: [{ type: 'remove', leafIndex: leafOf(second) }] })
  await story.add(third, [second, fourth])
}

export default {
  'odd-trees': defineScenario({
    requirement,
    story: 'Alice removes Bob, Carol adds him and Dave at once, and all four commit with a path in their turn',
    world: oneDomain,
    async probe(stage) {
      const room = await localRoom(stage, { others: 2 })
      await refill(room)
      const { story, creator, second, third, fourth } = room
      const commits = []
      for (const member of [fourth, creator, second, third]) {
        const prepared = await story.session(member).prepare({ withPath: true })
        const answer = await story.upload(prepared)
        commits.push(answer)
        if (answer.status === undefined || answer.status > 299) break
        prepared.apply()
        await story.deliver(prepared.upload.commitPacket, member)
      }
      return { commits }
    },
    judge: ({ commits }) => each(commits, accepted),
  }),
  'wrong-hash': refusedCommits({
    requirement,
    story: 'In the same tree Alice commits with a parent hash that is not that of her path, then with the right one',
    async trials(room) {
      await refill(room)
      const { commit, forge } = room
      return [
        {
          name: 'other hash',
          wrong: () => forge({ kind: 'path-parent-hash' }),
          right: () => commit({ withPath: true }),
        },
        {
          name: 'an epoch later',
          wrong: () => forge({ kind: 'path-parent-hash' }),
          right: () => commit({ withPath: true }),
        },
      ]
    },
  }),
} satisfies Variants
