// A search gives everyone who has the tag and nobody else, each with all there is to know (ID-12).
import { finds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/lists-all-with-tag',
  story: 'Two of three clients are moderators, and one of these has a second role; each role is searched for',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, label }) {
    const [moderator, cleared] = [label('moderator'), label('clearance:top_secret')]
    const people = [
      { person: alice, tags: [alice.tag, moderator, cleared] },
      { person: bob, tags: [moderator] },
      { person: carol, tags: [carol.tag] },
    ]
    const registered = []
    for (const { person, tags } of people)
      registered.push(achieved(await appServer.registerClient({ clientHandle: person.handle, tags })))
    const clients = people.map(({ person, tags }) => ({ handle: person.handleText, tags }))
    const moderators = await appServer.findClients({ tag: moderator })
    const clearedOnes = await appServer.findClients({ tag: cleared })
    return { registered, clients, moderators, clearedOnes }
  },
  judge({ registered, clients, moderators, clearedOnes }) {
    const shown = registered.flatMap((one, index) => {
      const client = clients[index]
      return client ? [{ registered: one, ...client }] : []
    })
    return all(finds(moderators, shown.slice(0, 2)), finds(clearedOnes, shown.slice(0, 1)))
  },
})
