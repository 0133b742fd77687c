// A tree has the shape that MLS gives it, and signed leaves (GR-03; RFC 9420 sections 7.3 and 12.4.3.3).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'group-creation/valid-ratchet-tree',
  story:
    'The tree ends in a blank or in a stray octet, is empty, has a leaf for a parent, or a leaf that nobody signed',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const before = await readGroup(appServer, id)
    const attempts = []
    for (const flaw of [
      { kind: 'trailing-blank' },
      { kind: 'tree-trailing-byte' },
      { kind: 'empty-tree' },
      { kind: 'leaf-as-parent' },
      { kind: 'bad-leaf-signature' },
    ] as const)
      attempts.push(await appServer.createGroup(await forgeGroup(session.member, flaw)))
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup(await session.export())
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
