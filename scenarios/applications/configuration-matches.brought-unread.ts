// What comes from a gateway is not held back because its list cannot be read just now (reading A-29; wire profile, section 6).
import { accepted, each } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeerAlone } from '../../harness/world-plan.ts'
import { anyJson, serverError } from '../../simulator/misbehaviour.ts'

export default defineScenario({
  requirement: 'applications/configuration-matches',
  story: "Carol's gateway, whose list fails at first and then is none, brings a group of hers and looks for Bob",
  world: withPeerAlone,
  async probe({ peer, domain, bob, carol, register, groupId }) {
    await peer.listsItself()
    peer.on('listApplications', () => serverError(500))
    await register(bob)
    const session = await carol.createGroup(groupId('played'))
    const taken = await peer.calls.createGroup(await session.export())
    peer.on('listApplications', () => anyJson({}))
    return { answers: [taken, await peer.calls.findClients({ tag: bob.tag, domain: domain.name })] }
  },
  judge: ({ answers }) => each(answers, accepted),
})
