// A body is JSON in UTF-8 and nothing that resembles it (HX-02; RFC 8259, section 8.1).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

/** Stands in the body where each request has something of its own; all else in the body is ASCII. */
const place = '~~'
const octetsInPlace = (octets: string) => rewriteBody((text) => Buffer.from(text.replace(place, octets), 'latin1'))

export default defineScenario({
  requirement: 'http/utf8-bodies',
  story: 'An application server registers Alice with bodies that are not quite UTF-8, then with a proper one',
  world: oneDomain,
  async probe({ appServer, alice }) {
    const client = { clientHandle: alice.handle, tags: [alice.tag, place] }
    const wrong = [
      rewriteBody((text) => `\ufeff${text}`),
      octetsInPlace('\xff'),
      octetsInPlace('caf\xe9'),
      octetsInPlace('\xc0\xaf'),
      octetsInPlace('\xed\xa0\x80'),
      rewriteBody((text) => text.replace(place, '\\ud800')),
      rewriteBody((text) => text.replace(place, '\\udc00\\ud800')),
      rewriteBody((text) => Buffer.from(text, 'utf16le')),
    ]
    const before = await appServer.findClients({ tag: alice.tag })
    const broken = []
    for (const alter of wrong) broken.push(await appServer.registerClient(client, alter))
    const after = await appServer.findClients({ tag: alice.tag })
    const twin = await appServer.registerClient(
      client,
      rewriteBody((text) => text.replace(place, 'café \\ud83d\\ude00')),
    )
    return { before, broken, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, broken, after }) => all(each(broken, refused), unchanged(before, after)),
})
