// The draft's example usage from end to end, across two domains: from a tag to a message that only the two can read.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { commitVia, invitedAt } from '../../harness/probe/across.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved, reached } from '../../harness/unreachable.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/welcome-across-domains',
  story:
    'Alice finds Carol of the other domain by her tag, fetches a key package through both gateways and adds her; Carol joins with what her own gateway serves, and both say hello',
  world: twoDomains,
  needs: ['key-queues'],
  async probe(stage) {
    const { appServer, farServer, farDomain, alice, carol, register, keyQueue, world } = stage
    const anna = await register(alice)
    const queue = await keyQueue(await register(carol))
    const packages = await queue.fill(1)

    const domain = farDomain.name
    const [found] = reached(await appServer.findClients({ tag: carol.tag, domain })).identities
    const { protocolVersion, appLabel } = queue
    const own = taken(
      await appServer.retrieveKeyPackage({
        clientId: found?.clientId ?? '',
        receiver_client_id: anna.clientId,
        ...{ protocolVersion, cipherSuite: world.cipherSuite, appLabel, domain },
      }),
      packages,
    )
    const hers = await alice.createGroup(stage.groupId('plans'))
    achieved(await appServer.createGroup(await hers.export()))
    await commitVia({ client: anna, session: hers }, { proposals: [{ type: 'add', keyPackage: own.message }] })

    const invited = await invitedAt(stage, farServer, carol)
    const said = await finding(async () => {
      const theirs = await joinByWelcome(carol, own, invited)
      const toCarol = await theirs.decrypt(await hers.encrypt('Hello Carol'))
      const toAlice = await hers.decrypt(await theirs.encrypt('Hello Alice'))
      return { toCarol, toAlice, state: sharedState(theirs) }
    })
    return { invited, said, state: sharedState(hers) }
  },
  judge: ({ invited, said, state }) =>
    all(
      accepted(invited),
      equal(said, { toCarol: 'Hello Carol', toAlice: 'Hello Alice', state }, 'what Carol and Alice read'),
    ),
})
