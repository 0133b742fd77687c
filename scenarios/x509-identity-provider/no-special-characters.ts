// What separates names from one another is in none of them (X5-13, X5-17).
import { flawedRefused } from '../../harness/match/x509.ts'
import { tryClaims } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFrom } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/no-special-characters',
  story: 'Either of two names in a handle has one of the five characters in it; then others that are not letters',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFrom(stage, { start: 0, end: 1 }))
    const claim = (first: string, second: string) => ({ handle: `${first}:${second}`, names: [first, second] })
    return tryClaims(stage, application, {
      isFalse: ['@', '/', '#', '$', ':'].flatMap((character) => [
        claim(`${name}${character}x`, 'home'),
        claim(name, `${character}home`),
      ]),
      isTrue: [claim(`${name} (x), y_z-1`, 'home'), claim(name, 'home.example')],
    })
  },
  ...flawedRefused,
})
