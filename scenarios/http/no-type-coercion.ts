// A value of another type is a mistake, not a value to be turned into the right one (HX-11): clients.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { rewriteBody, setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/no-type-coercion',
  story: 'An application server registers Alice with members of other types, and with bodies that are no object',
  world: oneDomain,
  async probe({ appServer, alice }) {
    const { tag } = alice
    const client = { clientHandle: alice.handle, tags: [tag] }
    const wrong = [
      setMembers({ tags: tag }),
      setMembers({ tags: { 0: tag } }),
      setMembers({ tags: null }),
      setMembers({ tags: [tag, 1] }),
      setMembers({ tags: [tag, null] }),
      setMembers({ tags: [[tag]] }),
      setMembers({ clientHandle: 1234 }),
      setMembers({ clientHandle: true }),
      setMembers({ clientHandle: undefined }),
      rewriteBody((text) => text.replace(/"clientHandle":("[^"]*")/, '"clientHandle":[$1]')),
      rewriteBody((text) => `[${text}]`),
      rewriteBody((text) => JSON.stringify(text)),
      rewriteBody(() => 'null'),
      rewriteBody(() => ''),
    ]
    const before = await appServer.findClients({ tag })
    const mistaken = []
    for (const alter of wrong) mistaken.push(await appServer.registerClient(client, alter))
    const after = await appServer.findClients({ tag })
    const twin = await appServer.registerClient(client)
    return { before, mistaken, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, mistaken, after }) => all(each(mistaken, refused), unchanged(before, after)),
})
