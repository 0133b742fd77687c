// A new label takes the place of the old one: the queue is found under the new one only (KQ-12).
import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/relabel-replaces',
  story: "After Alice's queue got another label, a receiver asks under the old label and then under the new one",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = named({ 'the package': only(await queue.fill(1)) })
    const appLabel = label('other')
    reached(await queue.update({ appLabel }))
    const receiver = label('receiver')
    return { packages, underOld: await queue.fetch(receiver), underNew: await queue.fetch(receiver, { appLabel }) }
  },
  judge: ({ packages, underOld, underNew }) => all(gaveNothing(underOld), gave(underNew, 'the package', packages)),
})
