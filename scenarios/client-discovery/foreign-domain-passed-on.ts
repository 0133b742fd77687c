// A search in another domain reaches that domain's gateway as it was put, and its answer comes back (ID-17).
import { accepted, acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { passedUnchanged } from '../../harness/match/passed-on.ts'
import { sameMembers } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { ClientEntry } from '../../spec/operation.ts'

export default defineScenario({
  requirement: 'client-discovery/foreign-domain-passed-on',
  story: "Alice's application looks in another domain for those with a tag; its gateway knows Carol and Dave",
  world: withPeer,
  async probe({ appServer, peer, carol, dave, label, world }) {
    const tag = `${label('team')} +&=%2F`
    const entries = [carol, dave].map(({ name, handle, tag: own }) => ({
      clientId: world.random.branch(name).uuid(),
      clientHandle: handle,
      tags: [own, tag],
    }))
    peer.on('findClients', () => ({ identities: entries }))
    const found = await appServer.findClients({ tag, domain: peer.domain })
    return { found, asked: await peer.asked('findClients'), entries: entries.map(facts) }
  },
  judge: ({ found, asked, entries }) =>
    all(
      accepted(found),
      acceptedWith(found, ({ identities }) =>
        sameMembers(identities.map(facts), entries, `${found.exchange.id}.identities`),
      ),
      passedUnchanged(asked, found),
    ),
})

function facts({ clientId, clientHandle, tags }: ClientEntry) {
  return { clientId, clientHandle: octets(clientHandle), tags: [...tags].sort() }
}
