// A handle has 1 to 1,024 bytes (PX-11).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const limit = 1024

export default defineScenario({
  requirement: 'limits/handle-length',
  story: 'An application server registers handles of 1,025 bytes and of none, then one of 1,024',
  world: oneDomain,
  async probe({ appServer, alice, label }) {
    const tags = [alice.tag]
    // Characters of two bytes: who counts characters finds the long handle short.
    const handleOf = (bytes: number) => {
      const start = `${label('h')}${'é'.repeat(300)}`
      return new TextEncoder().encode(start.padEnd(bytes - 300, '.'))
    }
    const before = await appServer.findClients({ tag: alice.tag })
    const over = [
      await appServer.registerClient({ clientHandle: handleOf(limit + 1), tags }),
      await appServer.registerClient({ clientHandle: new Uint8Array(), tags }),
    ]
    const after = await appServer.findClients({ tag: alice.tag })
    const exact = await appServer.registerClient({ clientHandle: handleOf(limit), tags })
    const small = await appServer.registerClient({ clientHandle: alice.handle, tags })
    return { before, over, after, exact, small }
  },
  controls: ({ small }) => accepted(small),
  judge: ({ before, over, after, exact }) => all(each(over, refused), unchanged(before, after), accepted(exact)),
})
