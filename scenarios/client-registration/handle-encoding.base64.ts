// Where a handle travels in Base64 it is the standard alphabet with padding, both ways (ID-14; RFC 4648, section 4).
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-registration/handle-encoding',
  story: 'An application server registers handles whose Base64 has +, / and padding, and reads them back',
  world: oneDomain,
  editions: ['2023-03-08'],
  async probe({ appServer, alice, label, world }) {
    const unique = Buffer.from(world.random.branch('handle').bytes(9))
    const octets = [
      [0xfb, 0xef, 0xbe],
      [0xff, 0xff, 0xff, 0x01],
      [0x61, 0x62, 0x63, 0xc3, 0xa9],
    ]
    const handles = octets.map((start) => Buffer.concat([Buffer.from(start), unique]).toString('base64'))
    const registered = []
    const found = []
    for (const [index, handle] of handles.entries()) {
      const tag = label(`handle ${index}`)
      const input = { clientHandle: alice.handle, tags: [tag] }
      registered.push(await appServer.registerClient(input, setMembers({ clientHandle: handle })))
      found.push(await appServer.findClients({ tag }))
    }
    return { registered, found, handles }
  },
  judge: ({ registered, found, handles }) =>
    all(
      each(registered, accepted),
      ...found.map((one, index) =>
        acceptedWith(one, () => {
          const json = one.json as { identities: { clientIdentity?: unknown }[] }
          const at = `${one.exchange.id}.identities.0.clientIdentity`
          return equal(json.identities[0]?.clientIdentity, handles[index], at)
        }),
      ),
    ),
})
