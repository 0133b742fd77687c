// Rules that hold among all members of a tree: keys used once, credentials understood by all (rows LN-04, LN-10, LN-11, IP-04).
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { getHpkePublicKey } from 'ts-mls/ratchetTree.js'
import { hex } from '../codec/bytes.ts'
import { credentialNumber } from '../codec/names.ts'
import { identityOf } from '../public/leaf-identity.ts'
import { leavesOf } from '../tree/leaves.ts'
import type { Check, Complaint } from './check.ts'
import type { Ground } from './contexts.ts'

/** The checks, for any context that leads to the tree they are about. */
export function memberChecks<Context extends Ground>(
  treeIn: (context: Context) => RatchetTree,
): readonly Check<Context>[] {
  return [
    {
      row: 'LN-10',
      section: '9420 section 7.3',
      name: 'signature keys used once',
      run: (context) => twice(leavesOf(treeIn(context)).map(({ leaf }) => leaf.signaturePublicKey)),
    },
    {
      row: 'LN-11',
      section: '9420 section 7.3',
      name: 'encryption keys used once',
      run: (context) => twice(treeIn(context).flatMap((node) => (node === undefined ? [] : [getHpkePublicKey(node)]))),
    },
    {
      row: 'LN-04',
      section: '9420 section 7.3',
      name: 'credential types understood by all',
      run(context) {
        const members = leavesOf(treeIn(context))
        const inUse = new Set(members.map(({ leaf }) => leaf.credential.credentialType))
        for (const { leafIndex, leaf } of members)
          for (const type of inUse)
            if (!leaf.capabilities.credentials.includes(type))
              return `expected leaf ${leafIndex} to support credential type ${credentialNumber(type)}; found it does not`
        return undefined
      },
    },
  ]
}

/** The complaint about a client that is in the tree twice. */
export function sameClientTwice(tree: RatchetTree, { rules }: Ground): Complaint {
  const complaint = twice(leavesOf(tree).map(({ leaf }) => rules.identity.clientHandle(identityOf(leaf))))
  return complaint === undefined ? undefined : 'expected each client once; found one twice'
}

function twice(keys: readonly Uint8Array[]): Complaint {
  const seen = new Set<string>()
  for (const key of keys) {
    const text = hex(key)
    if (seen.has(text)) return `expected it once; found ${text} twice`
    seen.add(text)
  }
  return undefined
}
