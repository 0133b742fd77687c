// A body says that it is JSON, or it is not read (HX-06; RFC 9110, section 15.5.16).
import { accepted, each, refused, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { setHeader } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/content-type',
  story: 'An application server registers Alice with one JSON body under other media types and under none',
  world: oneDomain,
  async probe({ appServer, alice }) {
    const client = { clientHandle: alice.handle, tags: [alice.tag] }
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'text/plain; note=application/json',
      undefined,
    ]
    const before = await appServer.findClients({ tag: alice.tag })
    const otherwise = []
    for (const type of types) otherwise.push(await appServer.registerClient(client, setHeader('content-type', type)))
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient(client, setHeader('content-type', 'application/json; charset=utf-8'))
    return { before, otherwise, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, otherwise, after }) =>
    all(
      each(otherwise, refused),
      each(otherwise, (answer) => status(answer, 415)),
      unchanged(before, after),
    ),
})
