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
    const device = alice.handleText
    const [here, elsewhere] = [domain.name, 'elsewhere.example'].map((name) => [device, 'account', name])
    if (!here || !elsewhere) throw new Error('two chains were named')
    const without = await tryClaims(stage, plain, {
      isFalse: [{ handle: `account/${device}`, names: here }],
      isTrue: [{ handle: device, names: elsewhere }],
    })
    const having = await tryDerivation(stage, full, {
      isFalse: [
        { handle: device, names: here },
        { handle: `other/${device}`, names: [device, 'other', 'elsewhere.example'] },
      ],
      isTrue: [{ handle: `account/${device}`, names: here }],
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
