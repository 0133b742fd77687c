// Every certificate of a chain is valid at the time it is presented (X5-02; RFC 5280 section 6.1.3 (a)(2)).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { seconds } from '../../simulator/clock.ts'

const day = 86_400n

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story: 'The certificate of Alice or that of its issuer ended yesterday or begins tomorrow; then both are valid',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const now = seconds(stage.world.clock)
    const past = { notBefore: now - 2n * day, notAfter: now - day }
    const future = { notBefore: now + day, notAfter: now + 2n * day }
    const present = { notBefore: now - 2n * day, notAfter: now + 2n * day }
    const flawed = []
    for (const dates of [past, future])
      flawed.push(await certified.pair({ device: dates }), await certified.pair({ authority: dates }))
    return tryChains(certified, { flawed, good: [await certified.pair({ device: present, authority: present })] })
  },
  ...flawedRefused,
})
