// Every key queue has an id of its own, a UUID of version 4 (KQ-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

export default defineScenario({
  requirement: 'key-queue/id-uuid-v4',
  story: 'An application server creates three key queues for Alice and two for Bob',
  world: oneDomain,
  async probe({ appServer, alice, bob, register, label, world }) {
    const [first, second] = [await register(alice), await register(bob)]
    const created = []
    for (const [index, { clientId }] of [first, second, first, second, first].entries()) {
      const attributes = { protocolVersion: 1, cipherSuite: world.cipherSuite, appLabel: label(`queue ${index}`) }
      created.push(await appServer.createKeyQueue({ clientId, ...attributes }))
    }
    return { created }
  },
  judge: ({ created }) => {
    const ids = created.map(({ value }) => value?.keyQueueId ?? '')
    const distinct = new Set(ids.map((id) => id.toLowerCase())).size
    return all(
      each(created, accepted),
      ...ids.map((id, index) => {
        const at = `${created[index]?.exchange.id}.keyQueueId`
        return holds(uuidV4.test(id), { expected: 'a UUID of version 4 (RFC 9562)', actual: id, at })
      }),
      holds(distinct === ids.length, {
        expected: `${ids.length} different ids`,
        actual: `${distinct} different ids`,
        at: 'created',
      }),
    )
  },
})
