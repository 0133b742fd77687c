// A key package that one queue of an application holds is not taken into another one (KQ-19, A-25).
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce } from '../../harness/match/key-package.ts'
import { unchanged } from '../../harness/match/value.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/no-package-twice',
  story: "A key package in one of Alice's queues is uploaded to her other one, then both are asked",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const client = await register(alice)
    const calls = await keyQueue(client, { appLabel: label('calls') })
    const chat = await keyQueue(client, { appLabel: label('chat') })
    const own = only(await calls.fill(1))
    const before = await chat.count()
    await chat.update({ keyPackages: [own.message] })
    const after = await chat.count()
    const fetched = [await calls.fetch(label('first')), await chat.fetch(label('second'))]
    return { packages: named({ 'the package': own }), before, after, fetched }
  },
  judge: ({ packages, before, after, fetched }) =>
    all(
      unchanged(before, after),
      ...fetched.slice(0, 1).map((answer) => gave(answer, 'the package', packages)),
      givenOnce(fetched),
    ),
})
