// A JSON object that names a member twice is refused, whichever member it is (HX-03; RFC 7493, section 2.3).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const withFirst = (members: string) => rewriteBody((text) => text.replace(/^\{/, `{${members},`))

export default defineScenario({
  requirement: 'http/duplicate-members',
  story: 'An application server registers Alice with bodies that say something twice',
  world: oneDomain,
  async probe({ appServer, alice }) {
    const client = { clientHandle: alice.handle, tags: [alice.tag] }
    const tags = JSON.stringify(client.tags)
    const twice = [
      withFirst('"tags":[]'),
      withFirst(`"tags":${tags}`),
      withFirst('"\\u0074ags":[]'),
      withFirst('"note":1,"note":2'),
      withFirst('"note":{"a":[{"b":1,"b":1}]}'),
    ]
    const before = await appServer.findClients({ tag: alice.tag })
    const repeated = []
    for (const alter of twice) repeated.push(await appServer.registerClient(client, alter))
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient(client, withFirst('"note":{"a":[{"b":1},{"b":1}]},"Tags":[]'))
    return { before, repeated, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, repeated, after }) => all(each(repeated, refused), unchanged(before, after)),
})
