// The tag travels in the query, percent-encoded, and without it nobody is listed (ID-28, reading A-03).
import { accepted, answered, each } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { rewriteTarget } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/query-inputs',
  story: 'An application server searches for a tag with reserved characters, then without naming any tag',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const tag = label('a&tag=b+c d/é#?')
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [tag] }))
    const withTag = await appServer.findClients({ tag })
    const everyOctet = Array.from(new TextEncoder().encode(tag), (octet) => `%${octet.toString(16).padStart(2, '0')}`)
    const encoded = await appServer.findClients(
      { tag },
      rewriteTarget((target) => target.replace(/\?.*$/, `?tag=${everyOctet.join('')}`)),
    )
    const without = [
      await appServer.findClients(
        { tag },
        rewriteTarget((target) => target.replace(/\?.*$/, '')),
      ),
      await appServer.findClients(
        { tag },
        rewriteTarget((target) => target.replace(/\?.*$/, '?tag=')),
      ),
      await appServer.findClients(
        { tag },
        rewriteTarget((target) => target.replace('?tag=', '?Tag=')),
      ),
    ]
    return { registered, withTag, encoded, without }
  },
  controls: ({ withTag }) => accepted(withTag),
  judge: ({ registered, withTag, encoded, without }) =>
    all(
      findsIds(withTag, [registered]),
      findsIds(encoded, [registered]),
      each(without, answered),
      ...without.map((found) =>
        holds((found.value?.identities.length ?? 0) === 0, {
          expected: 'nobody without a tag',
          actual: `${found.value?.identities.length} client(s)`,
          at: `${found.exchange.id}.identities`,
        }),
      ),
    ),
})
