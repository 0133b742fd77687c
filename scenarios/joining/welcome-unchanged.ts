// A welcome is handed out as it came (JN-03).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/welcome-unchanged',
  story: 'Alice adds Bob, and his welcome is read',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    await register(bob)
    const story = await group(anna)
    const { message: keyPackage } = await bob.keyPackage()
    const { upload } = await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] })
    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    return { invited, welcome: octets(upload.welcomePacket ?? new Uint8Array()) }
  },
  judge: ({ invited, welcome }) =>
    all(accepted(invited), equal(invited.value?.joinInfos[0]?.welcome, welcome, 'welcome')),
})
