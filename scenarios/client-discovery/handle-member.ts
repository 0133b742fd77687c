// The handle of a found client stands in the member that the edition names, as the edition writes it (ID-13).
import { accepted } from '../../harness/match/answer.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/handle-member',
  story: 'Alice is found, and the JSON of the answer is looked at',
  world: oneDomain,
  async probe({ appServer, alice, register, world }) {
    await register(alice)
    const found = await appServer.findClients({ tag: alice.tag })
    const isBaseline = world.edition.id === '2023-03-08'
    const member = isBaseline ? 'clientIdentity' : 'clientHandle'
    return { found, member, handle: isBaseline ? Buffer.from(alice.handle).toString('base64') : alice.handleText }
  },
  judge({ found, member, handle }) {
    if (found.status === undefined || found.status > 299) return accepted(found)
    const json = found.json as { identities?: Record<string, unknown>[] } | undefined
    return equal(json?.identities?.[0]?.[member], handle, `${found.exchange.id}.identities.0.${member}`)
  },
})
