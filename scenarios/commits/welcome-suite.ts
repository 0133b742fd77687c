// The welcome is in the cipher suite of the group (CM-18).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/welcome-suite',
  story: 'Alice adds Bob with a welcome that names another cipher suite than that of the group',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    await register(bob)
    const { groupId, session } = await group(anna)
    const { message: keyPackage } = await bob.keyPackage()
    const { upload } = await session(anna).prepare({ proposals: [{ type: 'add', keyPackage }] })
    const { welcomePacket = new Uint8Array() } = upload
    const before = await readGroup(appServer, groupId)
    const attempt = await appServer.uploadCommit({ groupId, ...upload, welcomePacket: inOtherSuite(welcomePacket) })
    const after = await readGroup(appServer, groupId)
    const twin = await appServer.uploadCommit({ groupId, ...upload })
    return { before, attempt, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attempt, after }) => all(refused(attempt), allUnchanged(before, after)),
})

/** The suite stands in octets 4 and 5, after version and wire format (RFC 9420 sections 6 and 12.4.3.1): 1 becomes 3, and so on. */
function inOtherSuite(welcome: Uint8Array): Uint8Array {
  return welcome.map((octet, index) => (index === 5 ? octet ^ 2 : octet))
}
