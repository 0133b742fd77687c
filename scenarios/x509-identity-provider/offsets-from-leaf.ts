// Offset 0 is the leaf, and counting goes up from it (X5-09).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/offsets-from-leaf',
  story: 'The handle is read at offset 1: the issuer of the leaf gives it, however long the chain is',
  world: emptyDomain,
  needs: ['define-application'],
  editions: ['2023-03-17'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFrom(stage, { start: 1, end: 1 }))
    const names = ['phone', name, 'desk', 'home']
    return tryDerivation(stage, application, {
      isFalse: ['phone', 'desk', 'home'].map((handle) => ({ handle, names })),
      isTrue: [2, 3, 4].map((length) => ({
        handle: `${name}-${length}`,
        names: ['phone', `${name}-${length}`, 'desk', 'home'].slice(0, length),
      })),
    })
  },
  ...derivedAsSaid,
})
