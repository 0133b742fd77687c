// A certificate speaks for the key that it certifies and for no other (X5-28).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/leaf-key-matches',
  story: 'Alice presents a certificate for a key of Mallory, then one for her own',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const { signatureKey, suite } = await stage.mallory.keyPackage()
    const publicKey = { signatureKey: signatureKey.publicKey, cipherSuite: suite.id }
    const stolen = await certified.root.issue({ subject: stage.alice.handleText, publicKey })
    return tryChains(certified, { flawed: [[stolen]], good: [await certified.chain(stage.alice.handleText)] })
  },
  ...flawedRefused,
})
