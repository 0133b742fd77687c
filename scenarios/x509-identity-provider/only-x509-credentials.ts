// The X.509 provider takes X.509 credentials and no others (X5-01).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/only-x509-credentials',
  story: 'Alice uploads a key package with a basic credential that says her handle, then one with her certificate',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const before = await certified.queue.count()
    const attacks = [await certified.queue.update({ keyPackages: [(await stage.alice.keyPackage()).message] })]
    const after = await certified.queue.count()
    return { before, attacks, after, twins: [await certified.upload(await certified.chain(stage.alice.handleText))] }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), unchanged(before, after)),
})
