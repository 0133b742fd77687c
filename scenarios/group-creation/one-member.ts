// A group begins with its creator alone (GR-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'group-creation/one-member',
  story: 'Alice begins a group with Bob already in its tree',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const before = await readGroup(appServer, id)
    const attempts = []
    for (const flaw of [{ kind: 'second-member', keyPackage: (await bob.keyPackage()).message }] as const)
      attempts.push(await appServer.createGroup(await forgeGroup(session.member, flaw)))
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup(await session.export())
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
