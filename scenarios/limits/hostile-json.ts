// JSON made to hurt its reader is a malformed body like any other (HX-13).
import { accepted, each, refused, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const deep = 100_000

export default defineScenario({
  requirement: 'limits/hostile-json',
  story: 'An application server registers Alice with brackets nested a hundred thousand deep and endless numbers',
  world: oneDomain,
  async probe({ appServer, alice, bob, register }) {
    await register(bob, { tags: [alice.tag] })
    const client = { clientHandle: alice.handle, tags: [alice.tag] }
    const inTags = (value: string) => rewriteBody((text) => text.replace(/"tags":\[/, (start) => `${start}${value},`))
    const hostile = [
      rewriteBody(() => '['.repeat(deep)),
      rewriteBody((text) => `${'{"a":'.repeat(deep / 5)}${text}${'}'.repeat(deep / 5)}`),
      inTags('['.repeat(deep) + ']'.repeat(deep)),
      inTags('1e999999999'),
      inTags('9'.repeat(deep)),
      inTags(`-0.${'0'.repeat(deep)}1`),
    ]
    const before = await appServer.findClients({ tag: alice.tag })
    const attacks = []
    for (const alter of hostile) attacks.push(await appServer.registerClient(client, alter))
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient(client)
    return { before, attacks, after, twin }
  },
  controls: ({ before, twin }) => all(accepted(before), accepted(twin)),
  judge: ({ before, attacks, after }) =>
    all(
      each(attacks, refused),
      each(attacks, (answer) => status(answer, 400, 413, 422)),
      accepted(after),
      unchanged(before, after),
    ),
})
