// What comes from a gateway that means another application by the id is not taken (AR-10, reading A-29).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story:
    "Carol's gateway, which has another configuration, brings a group of hers and looks for Bob; then it is mended",
  world: withPeer,
  async probe({ appServer, peer, domain, bob, carol, register, groupId }) {
    const { configuration } = peer
    const { identity } = configuration
    const parameters = { ...identity.parameters, account_handle_offset: 7 }
    await register(bob)
    const session = await carol.createGroup(groupId('played'))
    const creation = await session.export()
    const ask = async () => [
      await peer.calls.createGroup(creation),
      await peer.calls.findClients({ tag: bob.tag, domain: domain.name }),
    ]
    await peer.lists({ ...configuration, identity: { ...identity, parameters } })
    const before = await readGroup(appServer, session.groupId)
    const attempts = await ask()
    const after = await readGroup(appServer, session.groupId)
    await peer.lists(configuration)
    return { before, attempts, after, twins: await ask() }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
