// Checks on one proposal, wherever it is met: on its own, in a commit by value, or by reference (rows PL-01 to PL-07).
import { equalBytes } from '../codec/bytes.ts'
import { findExtension, readExternalSenders, readRequiredCapabilities } from '../codec/extensions.ts'
import { suiteNumber, versionNumber } from '../codec/names.ts'
import { leafAt } from '../tree/leaves.ts'
import { unsupportedBy } from './capabilities.ts'
import { type Check, runChecks } from './check.ts'
import type { ProposalContext } from './contexts.ts'
import { externalSenderComplaint } from './credential.ts'
import { judgeKeyPackage } from './key-package.ts'
import { repeated } from './leaf-node.ts'

export const proposalChecks: readonly Check<ProposalContext>[] = [
  {
    row: 'PL-01',
    section: '9420 section 12.1.1',
    name: 'Add: key package',
    async run({ proposal, group, extensions, rules, suite }) {
      if (proposal.proposalType !== 'add') return undefined
      const { keyPackage } = proposal.add
      const expect = { cipherSuite: suiteNumber(group.context.cipherSuite), protocolVersion: 1 }
      await judgeKeyPackage({ rules, suite, keyPackage, expect, extensions })
      return undefined
    },
  },
  {
    row: 'PL-02',
    section: '9420 section 12.1.2',
    name: 'Update: leaf of its sender',
    async run({ proposal, sender, group, extensions, rules, suite, code }) {
      if (proposal.proposalType !== 'update') return undefined
      if (sender.senderType !== 'member') return `expected a member as sender of an Update; found ${sender.senderType}`
      const { leafIndex } = sender
      const predecessor = leafAt(group.tree, leafIndex)
      await runChecks(rules.checks.leaf, {
        rules,
        suite,
        code,
        leaf: proposal.update.leafNode,
        place: 'update',
        group: { context: group.context, leafIndex },
        extensions,
        ...(predecessor === undefined ? {} : { predecessor }),
      })
      return undefined
    },
  },
  {
    row: 'PL-03',
    section: '9420 section 12.1.3',
    name: 'Remove: a member',
    run: ({ proposal, group }) =>
      proposal.proposalType === 'remove' && leafAt(group.tree, proposal.remove.removed) === undefined
        ? `expected a member at leaf ${proposal.remove.removed}; found none`
        : undefined,
  },
  {
    row: 'PL-04',
    section: '9420 section 12.1.4',
    name: 'PreSharedKey: kind and nonce',
    run({ proposal, group, suite }) {
      if (proposal.proposalType !== 'psk') return undefined
      const id = proposal.psk.preSharedKeyId
      // The first commit of a group is the one place for the usages that tie it to another group (sections 11.2 and 11.3).
      if (id.psktype === 'resumption' && id.usage !== 'application' && group.context.epoch > 0n)
        return `expected a resumption PSK of usage application; found ${id.usage} after epoch 0`
      return id.pskNonce.length === suite.hashing.size
        ? undefined
        : `expected a nonce of ${suite.hashing.size} bytes; found ${id.pskNonce.length}`
    },
  },
  {
    row: 'PL-05',
    section: '9420 section 12.1.5',
    name: 'ReInit: version',
    run({ proposal, group }) {
      if (proposal.proposalType !== 'reinit') return undefined
      const [least, found] = [versionNumber(group.context.version), versionNumber(proposal.reinit.version)]
      return found >= least ? undefined : `expected version ${least} or a later one; found ${found}`
    },
  },
  {
    row: 'PL-06',
    section: '9420 section 12.2',
    name: 'ExternalInit: only in external commits',
    run: ({ proposal, sender }) =>
      proposal.proposalType === 'external_init' && sender.senderType !== 'new_member_commit'
        ? `expected it from a new member; found sender ${sender.senderType}`
        : undefined,
  },
  {
    row: 'PL-07',
    section: '9420 section 12.1.7',
    name: 'GroupContextExtensions: supported by its sender',
    run({ proposal, sender, group }) {
      if (proposal.proposalType !== 'group_context_extensions') return undefined
      const { extensions } = proposal.groupContextExtensions
      readRequiredCapabilities(extensions)
      readExternalSenders(extensions)
      const leaf = sender.senderType === 'member' ? leafAt(group.tree, sender.leafIndex) : undefined
      const own = leaf === undefined || sender.senderType !== 'member' ? [] : [{ leafIndex: sender.leafIndex, leaf }]
      return unsupportedBy(own, extensions)
    },
  },
  {
    row: 'LN-01',
    section: '9420 section 5.3.1',
    name: 'credentials of new external senders',
    run({ proposal, group, rules }) {
      if (proposal.proposalType !== 'group_context_extensions') return undefined
      const { extensions } = proposal.groupContextExtensions
      const [before, after] = [group.context.extensions, extensions].map(
        (list) => findExtension(list, 'external_senders')?.extensionData,
      )
      const unchanged = before !== undefined && after !== undefined && equalBytes(before, after)
      return unchanged ? undefined : externalSenderComplaint(extensions, rules.identity)
    },
  },
  {
    row: 'LN-14',
    section: '9420 section 13.4',
    name: 'no extension twice in a proposal',
    run({ proposal }) {
      if (proposal.proposalType === 'group_context_extensions')
        return repeated(proposal.groupContextExtensions.extensions)
      return proposal.proposalType === 'reinit' ? repeated(proposal.reinit.extensions) : undefined
    },
  },
]
