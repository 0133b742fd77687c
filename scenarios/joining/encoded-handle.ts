// A handle is one segment of the path, decoded once (JN-10, reading A-12).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/encoded-handle',
  story:
    'Alice adds three clients of Bob: one with "/" in its handle, one with "%2F" there, one with letters beyond ASCII',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, group }) {
    const anna = await register(alice)
    const story = await group(anna)
    const invited = []
    const welcomes = []
    const handles = ['/phone', '%2Fphone', ' Ünï?#'].map((end) => new TextEncoder().encode(bob.handleText + end))
    for (const clientHandle of handles) {
      achieved(await appServer.registerClient({ clientHandle, tags: [bob.tag] }))
      const { message: keyPackage } = await bob.keyPackage({ identity: clientHandle })
      const { upload } = await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] })
      welcomes.push(octets(upload.welcomePacket ?? new Uint8Array()))
    }
    for (const clientHandle of handles) invited.push(await appServer.welcomeMessages({ clientHandle }))
    return { invited, welcomes }
  },
  judge: ({ invited, welcomes }) =>
    all(
      ...invited.map(accepted),
      equal(
        invited.map((answer) => answer.value?.joinInfos.map(({ welcome }) => octets(welcome))),
        welcomes.map((welcome) => [welcome]),
        'welcomes by handle',
      ),
    ),
})
