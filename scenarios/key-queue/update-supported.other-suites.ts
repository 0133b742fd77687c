// Key packages of every declared cipher suite can be put into a queue and fetched again (KQ-06).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'key-queue/update-supported',
  story: 'In every further cipher suite of the target a key package of Alice is uploaded and fetched',
  world: oneDomain,
  otherSuites: true,
  async probe(stage) {
    const updated: Answer[] = []
    const fetched: Answer[] = []
    for (const { alice, register, keyQueue, label } of await stage.inOtherSuites()) {
      const queue = await keyQueue(await register(alice))
      const own = await alice.keyPackage()
      updated.push(await queue.update({ keyPackages: [own.message] }))
      fetched.push(await queue.fetch(label('receiver')))
    }
    return { updated, fetched }
  },
  judge: ({ updated, fetched }) => all(each(updated, accepted), each(fetched, accepted)),
})
