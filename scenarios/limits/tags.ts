// A tag has up to 256 bytes, a client up to 256 tags (PX-11).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const limit = 256

export default defineScenario({
  requirement: 'limits/tags',
  story:
    'An application server registers clients whose tag is one byte, or whose tags are one, too many; then just as many',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, label }) {
    const watched = alice.tag
    // Characters of two bytes: who counts characters finds the long tag short.
    const tagOf = (bytes: number) => `${label('t')}${'é'.repeat(100)}`.padEnd(bytes - 100, '.')
    const tagsOf = (count: number) => [
      watched,
      ...Array.from({ length: count - 1 }, (_, index) => label(`tag ${index}`)),
    ]
    const before = await appServer.findClients({ tag: watched })
    const over = [
      await appServer.registerClient({ clientHandle: alice.handle, tags: [watched, tagOf(limit + 1)] }),
      await appServer.registerClient({ clientHandle: bob.handle, tags: tagsOf(limit + 1) }),
    ]
    const after = await appServer.findClients({ tag: watched })
    const exact = [
      await appServer.registerClient({ clientHandle: alice.handle, tags: [watched, tagOf(limit)] }),
      await appServer.registerClient({ clientHandle: bob.handle, tags: tagsOf(limit) }),
    ]
    const small = await appServer.registerClient({ clientHandle: carol.handle, tags: [watched, label('moderator')] })
    return { before, over, after, exact, small }
  },
  controls: ({ small }) => accepted(small),
  judge: ({ before, over, after, exact }) => all(each(over, refused), unchanged(before, after), each(exact, accepted)),
})
