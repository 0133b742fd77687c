// A range may begin above the leaf, and end where it begins (X5-10, X5-21).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/handle-from-range',
  story: 'The second and third certificate of four name a client; the ones around them name nobody',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFrom(stage, { start: 1, end: 2 }))
    const names = ['phone', name, 'desk', 'home']
    const others = [`phone:${name}`, `phone:${name}:desk`, `${name}:desk:home`, name, `desk:${name}`, 'desk:home']
    return tryDerivation(stage, application, {
      isFalse: others.map((handle) => ({ handle, names })),
      isTrue: [{ handle: `${name}:desk`, names }],
    })
  },
  ...derivedAsSaid,
})
