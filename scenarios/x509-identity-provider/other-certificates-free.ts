// Nobody minds the names of certificates that nothing is read from (X5-19).
import { accepted, each } from '../../harness/match/answer.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/other-certificates-free',
  story: 'The issuers of the certificate of Alice have separators in their names, or no common name at all',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const name = stage.alice.handleText
    const { twins: plain } = await tryChains(certified, { flawed: [], good: [await certified.chain(name, 'home')] })
    const free = [
      await certified.chain(name, 'all: @/#$'),
      await certified.chain(name, [{ type: 'O', value: 'no common name' }]),
      await certified.chain(name, 'home', 'a/b', [{ type: 'O', value: 'none' }]),
    ]
    const { twins: others } = await tryChains(certified, { flawed: [], good: free })
    return { plain, others }
  },
  controls: ({ plain }) => each(plain, accepted),
  judge: ({ others }) => each(others, accepted),
})
