// A definition whose identity configuration is not whole, or of the wrong types, is refused (PX-01).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/only-valid-definitions',
  story: 'The operator leaves out or misspells members of an identity configuration, one at a time',
  world: emptyDomain,
  async probe({ operator, domain, configuration, label }) {
    const [name = ''] = domain.applicationServers
    const good = configuration()
    const input = { appId: good.id, configuration: good, applicationServers: [name], federatesWith: [] }
    const identityWith = (change: (identity: Record<string, unknown>) => Record<string, unknown>) =>
      rewriteBody((text) => {
        const body = JSON.parse(text)
        const { identity_configuration: identity, ...rest } = body.configuration
        return JSON.stringify({ ...body, configuration: { ...rest, identity_configuration: change(identity) } })
      })
    const every = (change: (value: unknown) => unknown, test: (value: unknown) => boolean) =>
      identityWith((identity) =>
        Object.fromEntries(
          Object.entries(identity).map(([member, value]) => [member, test(value) ? change(value) : value]),
        ),
      )
    const isNumber = (value: unknown) => typeof value === 'number'
    const wrong = [
      every(String, isNumber),
      every(() => 1.5, isNumber),
      every(() => 65_536, isNumber),
      every(
        () => [],
        (value) => typeof value === 'object',
      ),
      identityWith(() => ({})),
      rewriteBody((text) => text.replace('"identity_configuration"', '"identityConfiguration"')),
    ]
    const invalid = []
    for (const alter of wrong) invalid.push(await operator.call('defineApplication', input, alter))
    const use = await domain.applicationServer(name, good.id).findClients({ tag: label('nobody') })
    const twin = await operator.call('defineApplication', input)
    return { invalid, use, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ invalid, use }) => all(each(invalid, refused), refused(use)),
})
