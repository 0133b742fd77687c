// Welcomes are for the gateway of the one who is invited, not for whichever gateway asks.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { commitVia } from '../../harness/probe/across.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved, Unreachable } from '../../harness/unreachable.ts'
import { twoDomains } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'federation/welcome-across-domains',
  story:
    'Alice adds Bob of her own domain and Carol of the other one by two commits; the gateway of the other domain asks for the welcomes of both',
  world: twoDomains,
  // Only where a credential names its domain can a gateway tell whose client somebody is.
  editions: ['2023-03-17'],
  async probe({ appServer, domain, farDomain, alice, bob, carol, register, groupId }) {
    const client = await register(alice)
    for (const person of [bob, carol]) await register(person)
    const session = await alice.createGroup(groupId('neighbours'))
    achieved(await appServer.createGroup(await session.export()))
    const welcomes: string[] = []
    for (const person of [bob, carol]) {
      const { message } = await person.keyPackage()
      const { upload } = await commitVia({ client, session }, { proposals: [{ type: 'add', keyPackage: message }] })
      welcomes.push(octets(upload.welcomePacket ?? new Uint8Array()))
    }
    const far = domain.peerFor(farDomain.name, appServer.appId)
    if (!far) throw new Unreachable(`the gateway of ${domain.name} has no credential of ${farDomain.name}`)
    const [bobs, carols] = welcomes
    const asked = {
      plainly: await far.welcomeMessages({ clientHandle: bob.handle }),
      byDomain: await far.welcomeMessages({ clientHandle: bob.handle, domain: domain.name }),
    }
    return {
      bobs: bobs ?? '',
      carols: carols ?? '',
      ...asked,
      own: await far.welcomeMessages({ clientHandle: carol.handle }),
    }
  },
  controls: ({ carols, own }) =>
    all(
      accepted(own),
      equal(welcomesOf(own).includes(carols), true, `${own.exchange.id}, whether Carol's welcome is there`),
    ),
  judge: ({ bobs, plainly, byDomain }) =>
    all(
      ...[plainly, byDomain].map((answer) =>
        equal(welcomesOf(answer).includes(bobs), false, `${answer.exchange.id}, whether Bob's welcome is there`),
      ),
    ),
})

function welcomesOf({ value }: Answer<'welcomeMessages'>): string[] {
  return (value?.joinInfos ?? []).map(({ welcome }) => octets(welcome))
}
