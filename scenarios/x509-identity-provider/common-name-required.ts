// A certificate in the range has a name, or the chain names nobody (X5-18).
import { flawedRefused } from '../../harness/match/x509.ts'
import { tryClaims } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/common-name-required',
  story: 'The second certificate of the range has no common name, or an empty one, then a name',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFrom(stage, { start: 0, end: 1 }))
    const nameless = [{ type: 'O', value: 'home' }]
    const empty = [...nameless, { type: 'CN', value: '' }]
    // Nothing taken for an empty name, or the certificate left out.
    const handles = [`${name}:`, name]
    return tryClaims(stage, application, {
      isFalse: handles.flatMap((handle) => [nameless, empty].map((second) => ({ handle, names: [name, second] }))),
      isTrue: [{ handle: `${name}:home`, names: [name, 'home'] }],
    })
  },
  ...flawedRefused,
})
