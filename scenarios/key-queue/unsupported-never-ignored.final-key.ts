// A final key that is sent along is either kept or refused, never dropped in silence (KQ-11).
import { accepted, refused } from '../../harness/match/answer.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'key-queue/unsupported-never-ignored',
  story: "An update gives Alice's empty queue a final key; if it is accepted, the queue is asked for it",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const final = await alice.keyPackage({ lastResort: true })
    const twin = await queue.update({})
    const given = await queue.update({ finalKey: final.message })
    return { packages: named({ 'the final key': final }), twin, given, fetched: await queue.fetch(label('receiver')) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ packages, given, fetched }) =>
    isAccepted(given) ? gave(fetched, 'the final key', packages) : refused(given),
})
