// An invalid commit takes nothing from the group: what was proposed can be committed, by anybody (DS-07; RFC 9750 section 5.3).

import { localRoom } from '../../harness/ingest/room.ts'
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'mls/invalid-commit-blocks-nobody',
  story:
    'Bob proposes an update; Alice commits it without a path and with a spoilt signature, then Carol as it should be',
  world: oneDomain,
  async probe(stage) {
    const { story, commit, forge, second, third } = await localRoom(stage, { others: 2 })
    const { groupId } = story
    const upload = ({ upload }: Awaited<ReturnType<typeof commit>>) =>
      stage.appServer.uploadCommit({ groupId, ...upload })
    await story.propose(second, { type: 'update' })
    const before = await story.proposals()
    const attempts: Answer[] = []
    for (const kind of ['missing-path', 'bad-signature'] as const) attempts.push(await upload(await forge({ kind })))
    const after = await story.proposals()
    return { before, attempts, after, goesOn: await upload(await commit({}, third)) }
  },
  controls: ({ before, attempts }) => all(accepted(before), each(attempts, refused)),
  judge: ({ before, after, goesOn }) => all(equal(after.value, before.value, 'after, proposals'), accepted(goesOn)),
})
