// Nothing stands before the first name or after the last (X5-20).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/separator-only-between',
  story: 'A chain of two names a client; clients whose handles have a separator more, before or behind, are others',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFrom(stage, { start: 0, end: 1 }))
    const names = [name, 'home']
    return tryDerivation(stage, application, {
      isFalse: [`${name}:home:`, `:${name}:home`, `${name}::home`].map((handle) => ({ handle, names })),
      isTrue: [{ handle: `${name}:home`, names }],
    })
  },
  ...derivedAsSaid,
})
