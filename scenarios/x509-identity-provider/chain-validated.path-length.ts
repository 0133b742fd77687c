// An authority has at most as many authorities below it as its certificate says (X5-02; RFC 5280 section 6.1.4 (l) and (m)).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story: 'An authority that may have none below it has one, and one that may have one has two; then they may',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const leaf = { subject: stage.alice.handleText, publicKey: certified.device }
    /** A chain below the root through authorities with these path lengths, the highest first. */
    const through = async (...lengths: readonly number[]) => {
      let issuer = certified.root
      const chain: Uint8Array[] = []
      for (const [level, pathLength] of lengths.entries()) {
        issuer = await issuer.createSubordinate({ subject: `level ${level}`, pathLength })
        chain.unshift(issuer.certificate)
      }
      return [await issuer.issue(leaf), ...chain]
    }
    const flawed = [await through(0, 0), await through(1, 1, 0), await through(0, 5), await through(5, 0, 5)]
    return tryChains(certified, { flawed, good: [await through(1, 0), await through(2, 1, 0), await through(0)] })
  },
  ...flawedRefused,
})
