// Certificates are judged by the time they arrive at (X5-31).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { seconds } from '../../simulator/clock.ts'

export default defineScenario({
  requirement: 'x509-identity-provider/validated-on-receipt',
  story: 'A certificate that ended an hour ago and one that begins in an hour are presented, then one that is valid',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const now = seconds(stage.world.clock)
    const issue = (notBefore: bigint, notAfter: bigint) =>
      certified.root.issue({ subject: stage.alice.handleText, publicKey: certified.device, notBefore, notAfter })
    const flawed = [[await issue(now - 86_400n, now - 3_600n)], [await issue(now + 3_600n, now + 86_400n)]]
    return tryChains(certified, { flawed, good: [[await issue(now - 86_400n, now + 86_400n)]] })
  },
  ...flawedRefused,
})
