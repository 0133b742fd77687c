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
  story: 'Alice adds Bob with "/" in his handle, Carol with "%2F" in hers, and Dave with letters beyond ASCII',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const anna = await register(alice)
    const story = await group(anna)
    const invited = []
    const welcomes = []
    const handles = []
    for (const [person, end] of [
      [bob, '/phone'],
      [carol, '%2Fphone'],
      [dave, ' Ünï?#'],
    ] as const) {
      const clientHandle = new TextEncoder().encode(person.handleText + end)
      achieved(await appServer.registerClient({ clientHandle, tags: [person.tag] }))
      const { message: keyPackage } = await person.keyPackage({ identity: clientHandle })
      const { upload } = await story.commit(anna, { proposals: [{ type: 'add', keyPackage }] })
      welcomes.push(octets(upload.welcomePacket ?? new Uint8Array()))
      handles.push(clientHandle)
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
