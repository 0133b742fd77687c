// Nobody is named by a certificate that is not there (X5-25).
import { flawedRefused } from '../../harness/match/x509.ts'
import { tryClaims } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/offset-inside-chain',
  story: 'Chains of one and two are presented where the handle takes three certificates, then one of three',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFrom(stage, { start: 0, end: 2 }))
    const short = (handle: string, ...names: string[]) => ({ handle, names })
    return tryClaims(stage, application, {
      isFalse: [
        short(`${name}-1`, `${name}-1`),
        short(`${name}:desk`, name, 'desk'),
        short(`${name}:desk:`, name, 'desk'),
        short(`${name}:desk:undefined`, name, 'desk'),
        // The trusted root is not in the list, so that it names nobody either.
        short(`${name}:desk:Root`, name, 'desk'),
      ],
      isTrue: [{ handle: `${name}:desk:home`, names: [name, 'desk', 'home'] }],
    })
  },
  ...flawedRefused,
})
