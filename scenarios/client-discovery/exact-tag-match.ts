// A tag is found by itself, character for character, and by nothing that resembles it (ID-20).
import { accepted, answered, each } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'client-discovery/exact-tag-match',
  story: 'Alice is searched for by texts that resemble her tag, then by the tag itself',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const tag = label('Équipe 50%_A*')
    const registered = achieved(await appServer.registerClient({ clientHandle: alice.handle, tags: [tag] }))
    const resembling = [
      tag.toLowerCase(),
      tag.toUpperCase(),
      tag.slice(0, -1),
      tag.slice(1),
      `${tag.slice(0, 4)}%`,
      `${tag.slice(0, 4)}*`,
      tag.replace('_', 'x'),
      tag.replace('*', ''),
      ` ${tag}`,
      `${tag} `,
      tag.normalize('NFD'),
      '%',
      '*',
    ]
    const similar = []
    for (const text of resembling) similar.push(await appServer.findClients({ tag: text }))
    const itself = await appServer.findClients({ tag })
    return { registered, similar, itself }
  },
  controls: ({ itself }) => accepted(itself),
  judge: ({ registered, similar, itself }) =>
    all(
      findsIds(itself, [registered]),
      each(similar, answered),
      ...similar.map((found) =>
        holds(!found.value?.identities.some(({ clientId }) => clientId === registered.value?.clientId), {
          expected: 'a search that finds her by her own tag alone',
          actual: `found by ${new URL(found.exchange.request.target, 'http://gateway.invalid').searchParams.get('tag')}`,
          at: `${found.exchange.id}.identities`,
        }),
      ),
    ),
})
