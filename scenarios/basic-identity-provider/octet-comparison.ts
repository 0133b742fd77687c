// Handles that only look alike are handles of different clients (BP-06).
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/octet-comparison',
  story: 'An application server registers handles that differ in case, blanks, composition or width',
  world: oneDomain,
  async probe({ appServer, label }) {
    const tag = label('lookalikes')
    const [composed, unique] = ['Zo\u00eb', label('x')]
    const handles = [
      composed,
      composed.normalize('NFD'),
      composed.toLowerCase(),
      composed.toUpperCase(),
      ` ${composed}`,
      'Zo\u0451',
      '\uff3ao\u00eb',
    ].map((text) => `${text} ${unique}`)
    const registered = []
    for (const handle of [...handles, `${handles[0]} `])
      registered.push(await appServer.registerClient({ clientHandle: new TextEncoder().encode(handle), tags: [tag] }))
    const found = await appServer.findClients({ tag })
    return { registered, found, handles: [...handles, `${handles[0]} `] }
  },
  judge: ({ registered, found, handles }) =>
    all(
      each(registered, accepted),
      acceptedWith(found, ({ identities }) =>
        sameMembers(
          identities.map(({ clientHandle }) => Buffer.from(clientHandle).toString()),
          handles,
          `${found.exchange.id}.identities, their handles`,
        ),
      ),
    ),
})
