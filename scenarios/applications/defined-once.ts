// An application's configuration is settled once: again is nothing new, another one is refused (PX-01).
import { accepted, acceptedWith, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import type { ApplicationConfiguration } from '../../spec/operation.ts'

export default defineScenario({
  requirement: 'applications/defined-once',
  story: 'The operator defines an application twice, then with other parameters, while Alice is registered in it',
  world: emptyDomain,
  async probe({ operator, domain, configuration, register, has, alice }) {
    const [name = ''] = domain.applicationServers
    const define = (one: ApplicationConfiguration) =>
      operator.call('defineApplication', {
        appId: one.id,
        configuration: one,
        applicationServers: [name],
        federatesWith: [],
      })
    const withNote = (one: ApplicationConfiguration, parameters: Record<string, unknown>) => ({
      ...one,
      identity: { ...one.identity, parameters },
    })
    const first = withNote(configuration(), { note: 'first', since: 2023 })
    achieved(await define(first))
    const server = domain.applicationServer(name, first.id)
    await register(alice, { server })
    const before = await server.findClients({ tag: alice.tag })
    const again = await define(withNote(first, { since: 2023, note: 'first' }))
    const another = await define(withNote(first, { note: 'second', since: 2023 }))
    const after = await server.findClients({ tag: alice.tag })
    const twin = await define(withNote(configuration(), { note: 'second', since: 2023 }))
    const lists = has('list-applications') ? [await server.listApplications({})] : []
    return { before, again, another, after, twin, lists, id: first.id }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, again, another, after, lists, id }) =>
    all(
      accepted(again),
      refused(another),
      unchanged(before, after),
      ...lists.map((list) =>
        acceptedWith(list, (applications) => {
          const kept = applications.find((one) => one.id.toLowerCase() === id)?.identity.parameters
          return equal(kept?.['note'], 'first', `${list.exchange.id}.body, parameters.note`)
        }),
      ),
    ),
})
