// Another gateway reads clients and applications, and changes none (AR-04).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'gateway-access/external-read-only',
  story: 'Another gateway registers a client, changes and deletes that of Alice, and defines the application anew',
  world: withPeer,
  credentials: true,
  async probe({ appServer, domain, peer, alice, bob, register, has }) {
    const { clientId } = await register(alice)
    const read = (caller: typeof appServer) => caller.findClients({ tag: alice.tag, domain: domain.name })
    const change = { clientId, clientHandle: alice.handle, tagsToAdd: [], tagsToRemove: [alice.tag] }
    const newcomer = { clientHandle: bob.handle, tags: [alice.tag] }
    const before = await read(appServer)
    const attempts: Answer[] = [
      await peer.calls.registerClient(newcomer),
      await peer.calls.editClient(change),
      await peer.calls.deleteClient({ clientId }),
      await peer.calls.defineApplication({
        configuration: peer.configuration,
        applicationServers: [],
        federatesWith: domain.peers.slice(),
      }),
    ]
    const after = await read(appServer)
    const twins: Answer[] = [
      await read(peer.calls),
      await appServer.registerClient(newcomer),
      ...(has('edit-client') ? [await appServer.editClient(change)] : []),
    ]
    return { before, attempts, after, twins }
  },
  controls: ({ before, twins }) => all(accepted(before), each(twins, accepted)),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), unchanged(before, after)),
})
