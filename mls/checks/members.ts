// Rules that hold among all members of a tree: keys used once, credentials understood by all (rows LN-04, LN-10, LN-11, RT-06, IP-04).
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { keptHex } from '../codec/bytes.ts'
import { credentialNumber } from '../codec/names.ts'
import { identityOf } from '../public/leaf-identity.ts'
import { leavesOf } from '../tree/leaves.ts'
import type { Check, Complaint } from './check.ts'
import type { Ground, MembersContext } from './contexts.ts'

export const memberChecks: readonly Check<MembersContext>[] = [
  {
    row: 'LN-10',
    section: '9420 section 7.3',
    name: 'signature keys used once',
    run: ({ tree }) => twice(leavesOf(tree).map(({ leaf }) => leaf.signaturePublicKey)),
  },
  {
    row: 'LN-11',
    section: '9420 section 7.3',
    name: 'encryption keys of leaves used once',
    run: ({ tree }) => twice(leavesOf(tree).map(({ leaf }) => leaf.hpkePublicKey)),
  },
  {
    row: 'RT-06',
    section: '9420 section 12.4.3.1',
    name: 'encryption keys of parents found nowhere else',
    run({ tree }) {
      const ofLeaves = new Set(leavesOf(tree).map(({ leaf }) => keptHex(leaf.hpkePublicKey)))
      const ofParents = tree.flatMap((node) => (node?.nodeType === 'parent' ? [node.parent.hpkePublicKey] : []))
      const shared = ofParents.map(keptHex).find((key) => ofLeaves.has(key))
      return shared === undefined ? twice(ofParents) : `expected it in one node; found ${shared} in a leaf as well`
    },
  },
  {
    row: 'LN-04',
    section: '9420 section 7.3',
    name: 'credential types understood by all',
    run({ tree }) {
      const members = leavesOf(tree)
      const inUse = new Set(members.map(({ leaf }) => leaf.credential.credentialType))
      for (const { leafIndex, leaf } of members)
        for (const type of inUse)
          if (!leaf.capabilities.credentials.includes(type))
            return `expected leaf ${leafIndex} to support credential type ${credentialNumber(type)}; found it does not`
      return undefined
    },
  },
]

/** The complaint about a client that is in the tree twice. */
export function sameClientTwice(tree: RatchetTree, { rules }: Ground): Complaint {
  const complaint = twice(leavesOf(tree).map(({ leaf }) => rules.identity.clientHandle(identityOf(leaf))))
  return complaint === undefined ? undefined : 'expected each client once; found one twice'
}

function twice(keys: readonly Uint8Array[]): Complaint {
  const seen = new Set<string>()
  for (const key of keys) {
    const text = keptHex(key)
    if (seen.has(text)) return `expected it once; found ${text} twice`
    seen.add(text)
  }
  return undefined
}
