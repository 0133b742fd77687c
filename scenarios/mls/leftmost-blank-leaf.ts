// Who joins from outside gets the leftmost blank leaf, also the one that its own commit leaves (XC-07; RFC 9420 sections 7.7 and 12.4.3.2).

import { localRoom, type Room } from '../../harness/ingest/room.ts'
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import type { Registered } from '../../harness/probe/registration.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const requirement = 'mls/leftmost-blank-leaf'

/** Joins with the GroupInfo of the new epoch, then commits from the new place. */
async function joinAndCommit({ stage, story, session }: Room, { person }: Registered, options = {}) {
  const joined = await person.joinByGroupInfo(await session().export(), options)
  const { groupId } = story
  const answers = [await stage.appServer.uploadCommit({ groupId, ...joined.prepared.upload })]
  const next = await joined.session.prepare()
  answers.push(await stage.appServer.uploadCommit({ groupId, ...next.upload }))
  return { answers, leaf: joined.session.describe().leafIndex }
}

export default {
  'left-by-another': defineScenario({
    requirement,
    story: 'Bob, between Alice and Carol, is removed; Dave joins from outside in his place, and commits from there',
    world: oneDomain,
    needs: ['external-commits'],
    async probe(stage) {
      const room = await localRoom(stage, { others: 2 })
      const place = room.leafOf(room.second)
      await room.story.commit(room.creator, { proposals: [{ type: 'remove', leafIndex: place }] })
      return { ...(await joinAndCommit(room, room.fourth)), place }
    },
    judge: ({ answers, leaf, place }) => all(each(answers, accepted), equal(leaf, place, "Dave's leaf")),
  }),
  'left-by-itself': defineScenario({
    requirement,
    story: 'Bob, between Alice and Carol, comes back from outside in his own place, and commits from there',
    world: oneDomain,
    needs: ['external-commits'],
    async probe(stage) {
      const room = await localRoom(stage, { others: 2 })
      const place = room.leafOf(room.second)
      return { ...(await joinAndCommit(room, room.second, { resync: true })), place }
    },
    judge: ({ answers, leaf, place }) => all(each(answers, accepted), equal(leaf, place, "Bob's leaf")),
  }),
} satisfies Variants
