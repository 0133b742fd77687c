// The flags of the configuration say whether there are accounts and domains (IP-09).
import { derivedAsSaid } from '../../harness/match/x509.ts'
import { tryClaims, tryDerivation } from '../../harness/probe/chains.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'identity-provider/flags-govern',
  story:
    'Two applications differ in their flags alone: what names a device in one names a device of an account in the other',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { alice, domain } = stage
    const neither = { supportsAccounts: false, supportsDomains: false }
    const both = { supportsAccounts: true, supportsDomains: true }
    const offsets = { account_handle_offset: 1, domain_name_offset: 2 }
    const plain = await defineX509Application(stage, neither, handleFromLeaf(stage))
    const full = await defineX509Application(stage, both, { ...handleFromLeaf(stage), ...offsets })
    // Another device in each: who takes handles to be unique over all applications is spared.
    const [one, other] = [alice.handleText, `${alice.handleText}-2`]
    const without = await tryClaims(stage, plain, {
      isFalse: [{ handle: `account/${one}`, names: [one, 'account', domain.name] }],
      isTrue: [{ handle: one, names: [one, 'account', 'elsewhere.example'] }],
    })
    const having = await tryDerivation(stage, full, {
      isFalse: [
        { handle: other, names: [other, 'account', domain.name] },
        { handle: `other/${other}`, names: [other, 'other', 'elsewhere.example'] },
      ],
      isTrue: [{ handle: `account/${other}`, names: [other, 'account', domain.name] }],
    })
    return {
      ...having,
      before: [...without.before, ...having.before],
      attacks: [...without.attacks, ...having.attacks],
      after: [...without.after, ...having.after],
      twins: [...without.twins, ...having.twins],
    }
  },
  ...derivedAsSaid,
})
