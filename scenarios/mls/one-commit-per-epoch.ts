// An epoch ends once, whoever ends it (CB-07; RFC 9420 section 14).

import { localRoom, outsider } from '../../harness/ingest/room.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'mls/one-commit-per-epoch',
  story: 'Alice commits, and Carol and Dave join from outside, all at the same moment',
  world: oneDomain,
  needs: ['external-commits'],
  async probe(stage) {
    const room = await localRoom(stage, { others: 1 })
    const { groupId } = room.story
    const made = [await room.commit({ withPath: true })]
    for (const joiner of [room.third, room.fourth]) made.push(await outsider(room, joiner).join())
    const committed = await Promise.all(made.map(({ upload }) => stage.appServer.uploadCommit({ groupId, ...upload })))
    return { committed }
  },
  judge: ({ committed }) => all(equal(committed.filter(isAccepted).length, 1, 'committed, accepted')),
})
