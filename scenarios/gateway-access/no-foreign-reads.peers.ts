// A gateway reads nothing of an application that does not federate with it (AR-07; wire profile, section 1).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withTwoPeers } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-reads',
  story: 'An application federates with one of two peers; the other one searches in it and looks for it in the list',
  world: withTwoPeers,
  credentials: true,
  needs: ['federation'],
  async probe({ appServer, domain, operator, peer, otherPeer, alice, configuration, has }) {
    const { id: appId } = configuration()
    const fresh = { ...peer.configuration, id: appId }
    const applicationServers = domain.applicationServers.slice(0, 1)
    const definition = { appId, configuration: fresh, applicationServers, federatesWith: [peer.domain] }
    achieved(await operator.call('defineApplication', definition))
    for (const one of [peer, otherPeer]) await one.lists(one.configuration, fresh)
    achieved(await appServer.with({ appId }).registerClient({ clientHandle: alice.handle, tags: [alice.tag] }))
    const read = (one: typeof peer) => one.calls.with({ appId }).findClients({ tag: alice.tag, domain: domain.name })
    const list = async (one: typeof peer): Promise<Answer[]> =>
      has('list-applications') ? [await one.calls.listApplications({})] : []
    const foreign = await read(otherPeer)
    const listed = (await list(otherPeer)).map(({ exchange }) => textOf(exchange.response?.body).includes(appId))
    return { foreign, listed, twins: [await read(peer), ...(await list(peer))] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ foreign, listed }) =>
    all(
      refused(foreign),
      holds(!listed.includes(true), {
        expected: 'a list without the application',
        actual: 'a list with it',
        at: 'the list that the other gateway was given',
      }),
    ),
})

function textOf(body: Uint8Array | undefined): string {
  return new TextDecoder().decode(body).toLowerCase()
}
