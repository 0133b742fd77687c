// Tree, extensions and transcript of an epoch are those that its commit leads to, whatever the commit holds (CB-08; RFC 9420 sections 8.1, 8.2 and 12.4.2).

import { localRoom, outsider } from '../../harness/ingest/room.ts'
import { accepted, each } from '../../harness/match/answer.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { type Answer, isAccepted } from '../../simulator/answer.ts'

const requirement = 'mls/state-follows'

export default {
  'by-members': defineScenario({
    requirement,
    story: 'Alice commits new extensions, an addition, a removal and nothing, each signed over the epoch before',
    world: oneDomain,
    async probe(stage) {
      const room = await localRoom(stage, { others: 1 })
      const { story, commit, leafOf, second, third } = room
      const { message: keyPackage } = await third.person.keyPackage()
      const commits: Answer[] = []
      for (const proposals of [
        [{ type: 'group-context-extensions', extensions: [{ type: 'required-capabilities' }] }],
        [{ type: 'add', keyPackage }],
        [{ type: 'remove', leafIndex: leafOf(second) }],
        [],
      ] as const) {
        const { upload, follow } = await commit({ proposals })
        const answer = await stage.appServer.uploadCommit({ groupId: story.groupId, ...upload })
        commits.push(answer)
        if (!isAccepted(answer)) break
        await follow?.()
      }
      return { commits }
    },
    judge: ({ commits }) => each(commits, accepted),
  }),
  'from-outside': defineScenario({
    requirement,
    story: 'Carol joins from outside, then Alice commits, signed over the epoch that Carol began',
    world: oneDomain,
    needs: ['external-commits'],
    async probe(stage) {
      const room = await localRoom(stage, { others: 1 })
      const { groupId } = room.story
      const commits: Answer[] = []
      for (const make of [() => outsider(room, room.third).join(), () => room.commit({ withPath: true })]) {
        const { upload, follow } = await make()
        const answer = await stage.appServer.uploadCommit({ groupId, ...upload })
        commits.push(answer)
        if (!isAccepted(answer)) break
        await follow?.()
      }
      return { commits }
    },
    judge: ({ commits }) => each(commits, accepted),
  }),
} satisfies Variants
