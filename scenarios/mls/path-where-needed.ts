// A commit has a path unless all that it lists can do without (CB-03; RFC 9420 section 12.4).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { localRoom } from '../../harness/ingest/room.ts'
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const requirement = 'mls/path-where-needed'

export default {
  needed: refusedCommits({
    requirement,
    story: 'Alice commits nothing, an update, a removal, and new extensions, each time first without a path',
    others: 3,
    async trials({ story, commit, forge, leafOf, second, third }) {
      const without = (proposals: Parameters<typeof commit>[0]) => forge({ kind: 'missing-path' }, proposals)
      const removing = { proposals: [{ type: 'remove', leafIndex: leafOf(third) }] } as const
      const clearing = { proposals: [{ type: 'group-context-extensions', extensions: [] }] } as const
      return [
        { name: 'nothing', wrong: () => without({}), right: () => commit({ withPath: true }) },
        {
          name: 'update',
          async wrong() {
            await story.propose(second, { type: 'update' })
            return without({})
          },
          right: () => commit(),
        },
        { name: 'removal', wrong: () => without(removing), right: () => commit(removing) },
        { name: 'new extensions', wrong: () => without(clearing), right: () => commit(clearing) },
      ]
    },
  }),
  'not-needed': defineScenario({
    requirement,
    story: 'Alice adds Bob, commits a PSK, and has the group start over, all without a path',
    world: oneDomain,
    async probe(stage) {
      const { story, session, commit, creator, second } = await localRoom(stage, { others: 0 })
      const { groupId } = story
      const { message: keyPackage } = await second.person.keyPackage()
      const adding = await commit({ proposals: [{ type: 'add', keyPackage }] })
      const added = await creator.server.uploadCommit({ groupId, ...adding.upload })
      await adding.follow?.()
      const { epoch } = session().describe()
      const resuming = { type: 'resumption-psk', usage: 'application', groupId, epoch } as const
      const keying = await commit({ proposals: [resuming] })
      const keyed = await creator.server.uploadCommit({ groupId, ...keying.upload })
      await keying.follow?.()
      const { upload } = await commit({ proposals: [{ type: 're-init', groupId: Uint8Array.of(5) }] })
      return { added, keyed, restarted: await creator.server.uploadCommit({ groupId, ...upload }) }
    },
    judge: ({ added, keyed, restarted }) => all(accepted(added), accepted(keyed), accepted(restarted)),
  }),
} satisfies Variants
