// Handles in Base64 may be any octets, and none of them is lost (BP-05).
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/no-lossy-handles',
  story: 'An application server registers handles that differ in octets which are no UTF-8, and finds each of them',
  world: oneDomain,
  editions: ['2023-03-08'],
  async probe({ appServer, alice, label }) {
    const endings = [[0xff], [0xfe], [0xc3], [0xef, 0xbf, 0xbd], [0x00], [0x00, 0x00]]
    const handles = endings.map((ending) => new Uint8Array([...alice.handle, ...ending]))
    const registered = []
    const found = []
    for (const [index, clientHandle] of handles.entries()) {
      const tag = label(`handle ${index}`)
      registered.push(await appServer.registerClient({ clientHandle, tags: [tag] }))
      found.push(await appServer.findClients({ tag }))
    }
    return { registered, found, handles: handles.map(octets) }
  },
  judge: ({ registered, found, handles }) =>
    all(
      each(registered, accepted),
      ...found.map((one, index) =>
        acceptedWith(one, ({ identities }) =>
          equal(
            identities.map(({ clientHandle }) => octets(clientHandle)),
            [handles[index]],
            `${one.exchange.id}.identities, their handles`,
          ),
        ),
      ),
    ),
})
