// A handle in Base64 has exactly one spelling (HX-04; RFC 4648, section 3).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { laxBase64 } from '../../harness/probe/base64.ts'
import { setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/strict-base64',
  story: 'An application server registers one handle in every spelling that a lax reader would take',
  world: oneDomain,
  editions: ['2023-03-08'],
  async probe({ appServer, alice, world }) {
    const unique = world.random.branch('handle').bytes(10)
    const handle = Buffer.concat([Uint8Array.of(0xfb, 0xff, 0xbe), unique]).toString('base64')
    const client = { clientHandle: alice.handle, tags: [alice.tag] }
    const before = await appServer.findClients({ tag: alice.tag })
    const lax = []
    for (const spelling of laxBase64(handle))
      lax.push(await appServer.registerClient(client, setMembers({ clientHandle: spelling })))
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient(client, setMembers({ clientHandle: handle }))
    return { before, lax, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, lax, after }) => all(each(lax, refused), unchanged(before, after)),
})
