// Where handles are text, an identity that is none belongs to no client (BP-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/no-lossy-handles',
  story: 'A handle ends in the replacement character; key packages say octets that a lax reader would turn into it',
  world: oneDomain,
  editions: ['2023-03-17'],
  async probe({ appServer, alice, keyQueue, label }) {
    const start = new TextEncoder().encode(label('alice'))
    const clientHandle = new Uint8Array([...start, 0xef, 0xbf, 0xbd])
    const { clientId } = reached(await appServer.registerClient({ clientHandle, tags: [alice.tag] }))
    const queue = await keyQueue({ person: alice, clientId, server: appServer })
    const before = await queue.count()
    const attacks = []
    for (const octet of [0xff, 0xfe, 0xc3]) {
      const { message } = await alice.keyPackage({ identity: new Uint8Array([...start, octet]) })
      attacks.push(await queue.update({ keyPackages: [message] }))
    }
    const after = await queue.count()
    const { message } = await alice.keyPackage({ identity: clientHandle })
    const twin = await queue.update({ keyPackages: [message] })
    return { before, attacks, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})
