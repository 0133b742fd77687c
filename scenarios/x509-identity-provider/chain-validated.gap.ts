// A chain that does not reach a trusted root proves nothing (X5-02; RFC 5280 section 6.1).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story: 'The issuer of the certificate of Alice, or the issuer of that one, is never presented; then both are',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const alice = stage.alice.handleText
    // Authorities of their own: none of what is left out has been seen before.
    const [first, second] = [await certified.chain(alice, 'desk', 'home'), await certified.chain(alice, 'desk', 'home')]
    const root = certified.root.certificate
    const flawed = [first.slice(0, 1), second.slice(0, 2), [...first.slice(0, 1), root], [...second.slice(0, 2), root]]
    return tryChains(certified, { flawed, good: [await certified.chain(alice, 'desk', 'home')] })
  },
  ...flawedRefused,
})
