// Until a queue is advanced, the same request gives the same key package, whatever else happens meanwhile (KP-11, A-02).
import { all } from '../../harness/match/judgement.ts'
import { gave, given } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/same-until-advanced',
  story:
    "A receiver asks again and again for a key package from Alice's queue while others ask, the count is read and sooner-expiring packages arrive",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    // Enough for a gateway that uses one up at every request: it shall be seen to do so.
    const filled = await queue.fill(16)
    const receiver = label('receiver')
    const first = await queue.fetch(receiver)
    const again = [await queue.fetch(receiver)]
    for (const other of ['second', 'third']) {
      reached(await queue.fetch(label(other)))
      again.push(await queue.fetch(receiver))
    }
    reached(await queue.count())
    again.push(await queue.fetch(receiver))
    const added = await queue.fill(1, { expiresIn: 86400n })
    again.push(await queue.fetch(receiver))
    reached(await queue.fetch(label('fourth')))
    for (let asked = 0; asked < 4; asked++) again.push(await queue.fetch(receiver))
    return { packages: numbered([...filled, ...added]), first, again }
  },
  judge: ({ packages, first, again }) =>
    all(
      gave(first, Object.keys(packages), packages),
      ...again.map((answer) => gave(answer, given(first, packages), packages)),
    ),
})
