// An application cannot be defined under an id that is no UUID of version 4 (AR-09, AR-14).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/id-uuid-v4',
  story:
    'The operator defines an application under a number, a word, a UUID of version 1, one of another variant, and one with a digit before or behind it',
  world: emptyDomain,
  needs: ['define-application'],
  async probe({ operator, domain, configuration, label }) {
    const applicationServers = domain.applicationServers.slice(0, 1)
    const good = configuration()
    const define = (id: string) =>
      operator.call('defineApplication', {
        appId: id,
        configuration: { ...good, id },
        applicationServers,
        federatesWith: [],
      })
    const versionOne = good.id.replace(/^(.{14})4/, '$11')
    // The version counts within the variant of RFC 9562 alone, which 8, 9, a and b say.
    const otherVariant = good.id.replace(/^(.{19})./, '$1c')
    const number = String(Number.parseInt(label('n').slice(-6), 16))
    const unusable = []
    for (const id of [number, label('calls'), versionOne, otherVariant, `0${good.id}`, `${good.id}0`]) {
      unusable.push(await define(id))
    }
    const refusedThere = await domain
      .applicationServer(applicationServers[0] ?? '', versionOne)
      .findClients({ tag: label('nobody') })
    const twin = await define(good.id)
    return { unusable, refusedThere, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ unusable, refusedThere }) => all(each(unusable, refused), refused(refusedThere)),
})
