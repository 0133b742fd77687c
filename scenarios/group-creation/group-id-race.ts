// Several creations of one group id at once: one succeeds, and the group is the winner's (GR-11).
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'group-creation/group-id-race',
  story: 'Alice, Bob, Carol and Dave create a group under the same id at the same moment, then each proposes an update',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, groupId }) {
    const id = groupId('plans')
    const founders = [alice, bob, carol, dave]
    for (const founder of founders) await register(founder)
    const sessions = await Promise.all(founders.map((founder) => founder.createGroup(id)))
    const creations = await Promise.all(sessions.map((session) => session.export()))
    const created = await Promise.all(creations.map((creation) => appServer.createGroup(creation)))
    const packets = await Promise.all(sessions.map((session) => session.propose({ type: 'update' })))
    const proposed = []
    for (const packet of packets) proposed.push(await appServer.uploadProposal({ groupId: id, packet }))
    return { created, proposed }
  },
  judge({ created, proposed }) {
    const winners = created.map(isAccepted)
    return all(
      equal(winners.filter(Boolean).length, 1, 'created, accepted'),
      equal(proposed.map(isAccepted), winners, 'proposals taken, by founder'),
    )
  },
})
