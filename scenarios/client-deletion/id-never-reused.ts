// An id that a deleted client had is never another's (PX-03).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-deletion/id-never-reused',
  story: 'Alice is deleted; she and four others are registered, and none gets the id she had',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const tags = [label('member')]
    const first = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags }))
    achieved(await appServer.deleteClient({ clientId: first.value?.clientId ?? '' }))
    const handles = [alice.handle, ...[1, 2, 3, 4].map((n) => new TextEncoder().encode(label(`client.${n}`)))]
    const later = []
    for (const clientHandle of handles) later.push(await appServer.registerClient({ clientHandle, tags }))
    return { first, later }
  },
  judge({ first, later }) {
    const ids = later.map(({ value }) => value?.clientId.toLowerCase())
    const reused = ids.filter((id) => id === first.value?.clientId.toLowerCase())
    return all(each(later.slice(1), accepted), equal(reused, [], 'ids of the deleted client among the later ones'))
  },
})
