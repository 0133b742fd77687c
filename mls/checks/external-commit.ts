// Checks on external commits beyond those on every commit (rows XC-01 to XC-08, LN-09, IP-06; XC-07 is where the new leaf is placed).
import { equalBytes, hex } from '../codec/bytes.ts'
import { identityOf } from '../public/leaf-identity.ts'
import { leafAt, leavesOf } from '../tree/leaves.ts'
import type { Check } from './check.ts'
import type { CommitContext } from './contexts.ts'
import { removedIn } from './proposal-list.ts'

const allowedTypes = ['external_init', 'remove', 'psk']

export const externalCommitChecks: readonly Check<CommitContext>[] = [
  {
    row: 'XC-01',
    section: '9420 section 12.4.3.2',
    name: 'one ExternalInit',
    run({ list }) {
      const count = list.filter(({ proposal }) => proposal.proposalType === 'external_init').length
      return count === 1 ? undefined : `expected exactly one ExternalInit; found ${count}`
    },
  },
  {
    row: 'XC-02',
    section: '9420 section 12.4.3.2',
    name: 'at most one Remove',
    run({ list }) {
      const count = removedIn(list).length
      return count <= 1 ? undefined : `expected at most one Remove; found ${count}`
    },
  },
  {
    row: 'IP-06',
    section: '9420 section 12.4.3.2',
    name: 'Remove of the own former leaf only',
    run({ list, group, path, rules }) {
      if (path === undefined) return undefined
      const joiner = identityOf(path.leafNode)
      const foreign = removedIn(list).find((leafIndex) => {
        const leaf = leafAt(group.tree, leafIndex)
        return leaf !== undefined && !rules.identity.validSuccessor(identityOf(leaf), joiner)
      })
      return foreign === undefined ? undefined : `expected a Remove of the joining client; found one of leaf ${foreign}`
    },
  },
  {
    row: 'LN-09',
    section: '9420 section 12.2',
    name: 'encryption key other than that of the former leaf',
    run({ list, group, path }) {
      const same = removedIn(list).some((leafIndex) => {
        const former = leafAt(group.tree, leafIndex)
        return (
          path !== undefined && former !== undefined && equalBytes(former.hpkePublicKey, path.leafNode.hpkePublicKey)
        )
      })
      return same ? 'expected an encryption key other than before; found the same' : undefined
    },
  },
  {
    row: 'XC-03',
    section: '9420 section 12.4.3.2',
    name: 'no other proposal types',
    run({ list }) {
      const other = list
        .map(({ proposal }) => String(proposal.proposalType))
        .find((type) => !allowedTypes.includes(type))
      return other === undefined ? undefined : `expected ${allowedTypes.join(', ')}; found ${other}`
    },
  },
  {
    row: 'XC-04',
    section: '9420 section 12.4.3.2',
    name: 'no proposal by reference',
    run: ({ references }) =>
      references.length === 0 ? undefined : `expected proposals by value only; found ${references.length} references`,
  },
  {
    row: 'XC-05',
    section: '9420 section 12.4.3.2',
    name: 'path of an external commit',
    run: ({ path }) => (path === undefined ? 'expected a path; found none' : undefined),
  },
  {
    row: 'XC-06',
    section: '9420 section 12.2',
    name: 'not already a member',
    run({ list, group, path, rules }) {
      if (path === undefined) return undefined
      const removed = removedIn(list)
      const handle = hex(rules.identity.clientHandle(identityOf(path.leafNode)))
      const present = leavesOf(group.tree).some(
        ({ leafIndex, leaf }) =>
          !removed.includes(leafIndex) && hex(rules.identity.clientHandle(identityOf(leaf))) === handle,
      )
      return present ? 'expected a client that is not in the group, or its Remove; found it in the group' : undefined
    },
  },
  {
    row: 'XC-08',
    section: '9420 section 8.3',
    name: 'KEM output',
    run({ list, suite }) {
      for (const { proposal } of list)
        if (proposal.proposalType === 'external_init' && !suite.isPublicKey(proposal.externalInit.kemOutput))
          return `expected an encapsulated key of the suite; found ${proposal.externalInit.kemOutput.length} other bytes`
      return undefined
    },
  },
]
