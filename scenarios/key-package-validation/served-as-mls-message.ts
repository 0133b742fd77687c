// A key package goes out as it came in: one MLSMessage, octet for octet (KV-02).
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-validation/served-as-mls-message',
  story: 'Two receivers fetch the key packages that were uploaded for Alice',
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(2))
    return { packages, fetched: [await queue.fetch(label('first')), await queue.fetch(label('second'))] }
  },
  judge: ({ packages, fetched }) => all(...fetched.map((answer) => gave(answer, Object.keys(packages), packages))),
})
