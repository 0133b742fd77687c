// An identity configuration shows its type, both flags and its parameters, each of its kind (IP-08).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'identity-provider/configuration-members',
  story: 'An application server reads the identity configuration of its application',
  world: oneDomain,
  async probe({ appServer }) {
    return { list: await appServer.listApplications({}), appId: appServer.appId }
  },
  judge({ list, appId }) {
    if (list.status === undefined || list.status > 299) return accepted(list)
    const elements = (Array.isArray(list.json) ? list.json : []) as Record<string, unknown>[]
    const own = elements.find(({ id }) => String(id).toLowerCase() === appId.toLowerCase())
    const identity = (own?.['identity_configuration'] ?? {}) as Record<string, unknown>
    const { identity_provider_type: type, supports_accounts, supports_domains, parameters } = identity
    const at = `${list.exchange.id}.body, identity_configuration`
    const member = (name: string, expected: string, value: unknown, isRight: boolean) =>
      holds(isRight, { expected, actual: JSON.stringify(value) ?? 'nothing', at: `${at}.${name}` })
    return all(
      member(
        'identity_provider_type',
        '0 to 255',
        type,
        Number.isInteger(type) && Number(type) >= 0 && Number(type) < 256,
      ),
      member('supports_accounts', 'a boolean', supports_accounts, typeof supports_accounts === 'boolean'),
      member('supports_domains', 'a boolean', supports_domains, typeof supports_domains === 'boolean'),
      member(
        'parameters',
        'an object',
        parameters,
        typeof parameters === 'object' && parameters !== null && !Array.isArray(parameters),
      ),
    )
  },
})
