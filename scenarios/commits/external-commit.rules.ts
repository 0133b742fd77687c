// Joining from outside has its own rules (CM-21; RFC 9420 sections 12.2 and 12.4.3.2).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeExternalCommit } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'commits/external-commit',
  story:
    'Carol joins from outside with too much or too little in her commit, and Bob, who is in the group, a second time',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const anna = await register(alice)
    for (const person of [carol, dave]) await register(person)
    const { groupId, groupInfo: read } = await group(anna, await register(bob))
    const served = await read()
    const { groupInfo = new Uint8Array(), ratchetTree } = reached(served).groupInfos[0] ?? {}
    const { message: keyPackage } = await dave.keyPackage()
    const joining = { own: await carol.keyPackage(), groupInfo, ...(ratchetTree && { ratchetTree }) }
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const flaw of [
      { kind: 'no-external-init' },
      { kind: 'two-external-inits' },
      { kind: 'short-kem-output' },
      { kind: 'missing-path' },
      { kind: 'add', keyPackage },
      { kind: 'reference', reference: new Uint8Array(32) },
      { kind: 'removes', leafIndices: [0, 1] },
      { kind: 'bad-signature' },
    ] as const) {
      const { commitPacket } = await forgeExternalCommit(joining, flaw)
      attempts.push(await appServer.uploadCommit({ groupId, commitPacket }))
    }
    const { commitPacket } = (await joinByGroupInfo(bob, served)).prepared.upload
    attempts.push(await appServer.uploadCommit({ groupId, commitPacket }))
    const after = await readGroup(appServer, groupId)
    const { upload } = (await joinByGroupInfo(carol, served)).prepared
    const twin = await appServer.uploadCommit({ groupId, ...upload })
    return { before, attempts, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
