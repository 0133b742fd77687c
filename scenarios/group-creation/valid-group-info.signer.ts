// A GroupInfo is signed by the member it names (GR-02; RFC 9420 section 12.4.3).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'group-creation/valid-group-info',
  story: 'The GroupInfo is signed by Mallory, or by somebody at a leaf where nobody is',
  world: oneDomain,
  async probe({ appServer, alice, mallory, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const session = await alice.createGroup(id)
    const before = await readGroup(appServer, id)
    const attempts = []
    for (const flaw of [
      { kind: 'signed-by', key: (await mallory.keyPackage()).signatureKey },
      { kind: 'signer', leafIndex: 1 },
      { kind: 'bad-signature' },
    ] as const)
      attempts.push(await appServer.createGroup(await forgeGroup(session.member, flaw)))
    const after = await readGroup(appServer, id)
    const twin = await appServer.createGroup(await session.export())
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
