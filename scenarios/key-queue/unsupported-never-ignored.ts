// A label that is sent along is either taken over or refused, never dropped in silence (KQ-11).
import { accepted, refused } from '../../harness/match/answer.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'key-queue/unsupported-never-ignored',
  story: "An update gives Alice's queue another label; if it is accepted, the queue is asked under it",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = named({ 'the package': only(await queue.fill(1)) })
    const appLabel = label('other')
    const twin = await queue.update({})
    const relabelled = await queue.update({ appLabel })
    return { packages, twin, relabelled, fetched: await queue.fetch(label('receiver'), { appLabel }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ packages, relabelled, fetched }) =>
    isAccepted(relabelled) ? gave(fetched, 'the package', packages) : refused(relabelled),
})
