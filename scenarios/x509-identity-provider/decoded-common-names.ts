// A common name is read as the text that it is, and only from the two string types of today (X5-27).
import { flawedRefused } from '../../harness/match/x509.ts'
import { tryClaims } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import type { NameAttribute } from '../../mls/x509/authority.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/decoded-common-names',
  story:
    'Names of Alice are given in older string types or with control characters; then in UTF-8 and as printable text',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const name = stage.alice.handleText
    const application = await defineX509Application(stage, flags, handleFromLeaf(stage))
    const written = (value: string, encoding: NameAttribute['encoding'] = 'utf8String') => ({
      handle: value,
      names: [[{ type: 'CN', value, encoding }]],
    })
    return tryClaims(stage, application, {
      isFalse: [
        written(`${name}a`, 'bmpString'),
        written(`${name}b`, 'universalString'),
        written(`${name}c`, 'ia5String'),
        written(`${name}/d`, 'bmpString'),
        written(`${name}\u0000`),
        written(`${name}\u0007`),
        written(`${name}\u0085`),
      ],
      // A slash of full width looks like the separator and is another character.
      isTrue: [written(name, 'printableString'), written(`${name}\uff0f\u00e9`)],
    })
  },
  ...flawedRefused,
})
