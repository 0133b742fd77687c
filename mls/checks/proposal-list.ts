// Checks on the proposals of a commit taken together (rows PL-07 to PL-16; the order of PL-17 is in tree/apply-proposals.ts).
import { encodePskId } from 'ts-mls/presharedkey.js'
import { hex } from '../codec/bytes.ts'
import { identityOf } from '../public/leaf-identity.ts'
import type { ListedProposal } from '../tree/apply-proposals.ts'
import { leavesOf } from '../tree/leaves.ts'
import { unsupportedBy } from './capabilities.ts'
import { type Check, runChecks } from './check.ts'
import type { ListContext } from './contexts.ts'

export const proposalListChecks: readonly Check<ListContext>[] = [
  {
    row: 'PL-08',
    section: '9420 section 12.2',
    name: 'every proposal valid by itself',
    async run({ list, group, applied, rules, suite, code }) {
      // Identities and capabilities are judged by the extensions the commit leads to (section 12.1.7).
      const { extensions } = applied
      for (const { proposal, sender } of list)
        await runChecks(rules.checks.proposal, { rules, suite, code, group, proposal, sender, extensions })
      return undefined
    },
  },
  {
    row: 'PL-09',
    section: '9420 section 12.2',
    name: 'no Update by the committer',
    run: ({ list, committer }) =>
      list.some(
        ({ proposal, sender }) =>
          proposal.proposalType === 'update' &&
          sender.senderType === 'member' &&
          committer.senderType === 'member' &&
          sender.leafIndex === committer.leafIndex,
      )
        ? 'expected Updates of others only; found one of the committer'
        : undefined,
  },
  {
    row: 'PL-10',
    section: '9420 section 12.2',
    name: 'no Remove of the committer',
    run: ({ list, committer }) =>
      committer.senderType === 'member' && removedIn(list).includes(committer.leafIndex)
        ? 'expected Removes of others only; found one of the committer'
        : undefined,
  },
  {
    row: 'PL-11',
    section: '9420 section 12.2',
    name: 'one Update or Remove for a leaf',
    run({ list }) {
      const updated = list.flatMap(({ proposal, sender }) =>
        proposal.proposalType === 'update' && sender.senderType === 'member' ? [sender.leafIndex] : [],
      )
      const touched = [...updated, ...removedIn(list)]
      const twice = touched.find((leafIndex, at) => touched.indexOf(leafIndex) !== at)
      return twice === undefined ? undefined : `expected at most one Update or Remove of leaf ${twice}; found two`
    },
  },
  {
    row: 'PL-12',
    section: '9420 section 12.2',
    name: 'no client twice',
    run({ list, group, rules }) {
      // Handles may be dear to derive, and nobody's is needed where nobody is added.
      if (!list.some(({ proposal }) => proposal.proposalType === 'add')) return undefined
      const removed = removedIn(list)
      const known = new Set(
        leavesOf(group.tree)
          .filter(({ leafIndex }) => !removed.includes(leafIndex))
          .map(({ leaf }) => hex(rules.identity.clientHandle(identityOf(leaf)))),
      )
      for (const { proposal } of list) {
        if (proposal.proposalType !== 'add') continue
        const handle = hex(rules.identity.clientHandle(identityOf(proposal.add.keyPackage.leafNode)))
        if (known.has(handle)) return `expected each client once; found ${handle} twice`
        known.add(handle)
      }
      return undefined
    },
  },
  {
    row: 'PL-13',
    section: '9420 section 12.2',
    name: 'no PSK twice',
    run({ list }) {
      const ids = list.flatMap(({ proposal }) =>
        proposal.proposalType === 'psk' ? [hex(encodePskId(proposal.psk.preSharedKeyId))] : [],
      )
      return new Set(ids).size === ids.length ? undefined : 'expected each PSK id once; found one twice'
    },
  },
  {
    row: 'PL-14',
    section: '9420 section 12.2',
    name: 'one GroupContextExtensions',
    run: ({ list }) =>
      list.filter(({ proposal }) => proposal.proposalType === 'group_context_extensions').length > 1
        ? 'expected at most one GroupContextExtensions; found more'
        : undefined,
  },
  {
    row: 'PL-15',
    section: '9420 section 12.2',
    name: 'ReInit alone',
    run: ({ list }) =>
      list.length > 1 && list.some(({ proposal }) => proposal.proposalType === 'reinit')
        ? `expected ReInit by itself; found ${list.length} proposals`
        : undefined,
  },
  {
    row: 'PL-16',
    section: '9420 section 12.2',
    name: 'proposal types supported by all who process the commit',
    run({ list, group, applied }) {
      // Members that the commit adds or removes need not support them.
      const staying = leavesOf(group.tree).filter(({ leafIndex }) => !applied.removed.includes(leafIndex))
      for (const { proposal } of list) {
        const type = proposal.proposalType
        if (typeof type !== 'number') continue
        const without = staying.find(({ leaf }) => !leaf.capabilities.proposals.includes(type))
        if (without !== undefined)
          return `expected leaf ${without.leafIndex} to support proposal type ${type}; found it does not`
      }
      return undefined
    },
  },
  {
    row: 'PL-07',
    section: '9420 section 12.1.7',
    name: 'GroupContextExtensions: supported by all who stay or join',
    // Members that the same commit removes do not count, those it adds do.
    run: ({ list, applied }) =>
      list.some(({ proposal }) => proposal.proposalType === 'group_context_extensions')
        ? unsupportedBy(leavesOf(applied.tree), applied.extensions)
        : undefined,
  },
]

export function removedIn(list: readonly ListedProposal[]): number[] {
  return list.flatMap(({ proposal }) => (proposal.proposalType === 'remove' ? [proposal.remove.removed] : []))
}
