// Of registrations that race for one handle exactly one wins (ID-27).
import { accepted, acceptedWith, refused } from '../../harness/match/answer.ts'
import { all, unmet } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'client-registration/handle-race',
  story: "An application server registers Alice's handle twelve times at once",
  world: oneDomain,
  async probe({ appServer, alice, bob }) {
    const racing = await Promise.all(
      Array.from({ length: 12 }, () => appServer.registerClient({ clientHandle: alice.handle, tags: [alice.tag] })),
    )
    const found = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient({ clientHandle: bob.handle, tags: [bob.tag] })
    return { racing, found, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge({ racing, found }) {
    const winners = racing.filter(isAccepted)
    const losers = racing.filter((answer) => !isAccepted(answer)).map(refused)
    const listed = acceptedWith(found, ({ identities }) =>
      equal(identities.length, 1, `${found.exchange.id}.identities, how many`),
    )
    if (winners.length === 1) return all(...losers, listed)
    const kind = winners.length > 1 ? 'took-effect' : 'differs'
    const actual = `${winners.length} of them`
    return all(...losers, unmet({ kind, expected: 'one accepted registration', actual, at: 'racing' }))
  },
})
