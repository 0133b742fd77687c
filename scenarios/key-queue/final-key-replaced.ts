// A queue has one final key: the one it was given last (KQ-14).
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/final-key-replaced',
  story: "Alice's empty queue gets one final key, serves it, gets another one, and is asked by two receivers",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const [old, fresh] = [await alice.keyPackage({ lastResort: true }), await alice.keyPackage({ lastResort: true })]
    reached(await queue.update({ finalKey: old.message }))
    reached(await queue.fetch(label('first')))
    reached(await queue.update({ finalKey: fresh.message }))
    const fetched = [await queue.fetch(label('first')), await queue.fetch(label('second'))]
    return { packages: named({ 'the old final key': old, 'the new final key': fresh }), fetched }
  },
  judge: ({ packages, fetched }) => all(...fetched.map((answer) => gave(answer, 'the new final key', packages))),
})
