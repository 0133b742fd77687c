// The handle joins the common names of the range, from the leaf on, both ends included (X5-10, X5-21).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/handle-from-range',
  story: 'A chain of three names a client; clients under other selections of its names, in other orders, are others',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFrom(stage, { start: 0, end: 2 }))
    const names = [name, 'desk', 'home']
    const others = [name, `${name}:desk`, `home:desk:${name}`, `desk:home`, `${name}/desk/home`, `${name}deskhome`]
    return tryDerivation(stage, application, {
      isFalse: others.map((handle) => ({ handle, names })),
      isTrue: [{ handle: `${name}:desk:home`, names }],
    })
  },
  ...derivedAsSaid,
})
