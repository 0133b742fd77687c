// Every certificate of a chain is signed by the key of the next one (X5-02; RFC 5280 section 6.1.3 (a)(1)).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

/** Another signature of the same length: one bit of it is turned over. */
const forgery = {
  signature: (signature: Uint8Array) => signature.map((byte, at) => (at === signature.length - 1 ? byte ^ 1 : byte)),
}

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story:
    'One bit is wrong in the signature of the first, the second or the only certificate; another key signed the first',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const [good, other] = [await certified.pair({}), await certified.pair({})]
    const [leaf = new Uint8Array()] = good
    const [, namesake = new Uint8Array()] = other
    const alone = { subject: stage.alice.handleText, publicKey: certified.device }
    const flawed = [
      await certified.pair({ device: { forgery } }),
      await certified.pair({ authority: { forgery } }),
      [await certified.root.issue({ ...alone, forgery })],
      [leaf, namesake],
    ]
    return tryChains(certified, { flawed, good: [good, other, [await certified.root.issue(alone)]] })
  },
  ...flawedRefused,
})
