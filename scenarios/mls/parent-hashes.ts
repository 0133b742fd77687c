// Parent hashes in trees that are not full: blank nodes, unmerged leaves, places filled again (RT-04; RFC 9420 section 7.9).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { localRoom, type Room } from '../../harness/ingest/room.ts'
import { accepted, each } from '../../harness/match/answer.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { CommitOptions } from '../../mls/member.ts'
import { type Answer, isAccepted } from '../../simulator/answer.ts'

const requirement = 'mls/parent-hashes'

const path = { withPath: true } as const

/** Bob's place is blank, then two are added at once: one takes it, and the tree grows by a half that has no parents. */
async function refill({ story, creator, second, third, fourth, leafOf }: Room): Promise<void> {
  await story.commit(creator, { proposals: [{ type: 'remove', leafIndex: leafOf(second) }] })
  await story.add(third, [second, fourth])
}

export default {
  'odd-trees': defineScenario({
    requirement,
    story: 'Alice removes Bob, Carol commits beside blank leaves and adds him and Dave at once, then all four commit',
    world: oneDomain,
    async probe(stage) {
      const { story, commit, creator, second, third, fourth, leafOf } = await localRoom(stage, { others: 2 })
      const commits: Answer[] = []
      const upload = async (by: typeof creator, options: CommitOptions) => {
        const { upload, follow } = await commit(options, by)
        commits.push(await stage.appServer.uploadCommit({ groupId: story.groupId, ...upload }))
        await follow?.()
      }
      await upload(creator, { proposals: [{ type: 'remove', leafIndex: leafOf(second) }] })
      await upload(third, path)
      if (commits.every(isAccepted)) {
        await story.add(third, [second, fourth])
        for (const member of [fourth, creator, second, third]) await upload(member, path)
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
          right: () => commit(path),
        },
        {
          name: 'an epoch later',
          wrong: () => forge({ kind: 'path-parent-hash' }),
          right: () => commit(path),
        },
      ]
    },
  }),
} satisfies Variants
