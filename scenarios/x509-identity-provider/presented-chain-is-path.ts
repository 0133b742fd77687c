// What is presented is the path as it stands: leaf first, each issuer next, no gap and nothing else (X5-29).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/presented-chain-is-path',
  story:
    'The certificates come in another order, with one missing, with one twice, then as they should, with and without the root',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const good = await certified.chain(stage.alice.handleText, 'desk', 'home')
    const [leaf = new Uint8Array(), near = new Uint8Array(), far = new Uint8Array()] = good
    const root = certified.root.certificate
    const flawed = [
      [leaf, far, near],
      [leaf, far],
      [leaf, near, near, far],
      [near, leaf, far],
      [...good, root, root],
    ]
    return tryChains(certified, { flawed, good: [good, [...good, root]] })
  },
  ...flawedRefused,
})
