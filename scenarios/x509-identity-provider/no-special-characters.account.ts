// The name of an account is as free of separators as those of devices (X5-13).
import { flawedRefused } from '../../harness/match/x509.ts'
import { tryClaims } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: true, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/no-special-characters',
  story: 'The account of Alice has one of the five characters in it, then none',
  world: emptyDomain,
  needs: ['define-application'],
  editions: ['2023-03-17'],
  async probe(stage) {
    const { alice } = stage
    const parameters = { ...handleFromLeaf(stage), account_handle_offset: 1 }
    const application = await defineX509Application(stage, flags, parameters)
    const claim = (account: string) => ({ handle: `${account}/phone`, names: ['phone', account] })
    return tryClaims(stage, application, {
      isFalse: ['@', '/', '#', '$', ':'].map((character) => claim(`${alice.handleText}${character}x`)),
      isTrue: [claim(alice.handleText)],
    })
  },
  ...flawedRefused,
})
