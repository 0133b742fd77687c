// A client id is a UUID of version 4 (RFC 9562, section 5.4), drawn at random (ID-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, holds } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
/** Of the 30 hexadecimal digits that are drawn, all eight ids share one by chance once in ten million runs. */
const mostShared = 6

export default defineScenario({
  requirement: 'client-registration/client-id-uuid-v4',
  story: 'An application server registers eight clients and compares their ids',
  world: oneDomain,
  async probe({ appServer, label }) {
    const registered = []
    for (let index = 0; index < 8; index++) {
      const clientHandle = new TextEncoder().encode(label(`client.${index}`))
      registered.push(await appServer.registerClient({ clientHandle, tags: [label('member')] }))
    }
    return { registered }
  },
  judge({ registered }) {
    const ids = registered.flatMap(({ value }) => (value ? [value.clientId.toLowerCase()] : []))
    const others = ids.filter((id) => !uuidV4.test(id))
    const shared = Array.from(ids[0] ?? '').filter(
      (digit, at) => digit !== '-' && at !== 14 && at !== 19 && ids.every((id) => id[at] === digit),
    ).length
    return all(
      each(registered, accepted),
      equal(others, [], 'client ids of another kind'),
      holds(shared <= mostShared, {
        expected: 'client ids drawn at random',
        actual: `eight ids that share ${shared} of 30 digits`,
        at: 'registered',
      }),
    )
  },
})
