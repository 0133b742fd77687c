// A key package that has expired before it is uploaded is not handed out, whether the upload is refused or not (KP-14, A-01).

import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/expired-skipped',
  story: 'A key package of Alice that expired an hour ago is uploaded, then a good one, and two receivers ask',
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const expired = await alice.keyPackage({ validIn: -7200n, expiresIn: -3600n })
    const good = await alice.keyPackage()
    await queue.update({ keyPackages: [expired.message] })
    reached(await queue.update({ keyPackages: [good.message] }))
    const packages = named({ 'the expired package': expired, 'the good package': good })
    return { packages, first: await queue.fetch(label('first')), second: await queue.fetch(label('second')) }
  },
  judge: ({ packages, first, second }) => all(gave(first, 'the good package', packages), gaveNothing(second)),
})
