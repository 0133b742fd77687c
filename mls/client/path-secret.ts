// The secrets of an UpdatePath on the receiving side, and the commit secret of both sides (RFC 9420 sections 7.4, 7.5, 12.4.2).
import { encode } from 'ts-mls/codec/tlsEncoder.js'
import { decryptWithLabel } from 'ts-mls/crypto/hpke.js'
import { deriveSecret } from 'ts-mls/crypto/kdf.js'
import { type GroupContext, groupContextEncoder } from 'ts-mls/groupContext.js'
import { filteredDirectPathAndCopathResolution, getHpkePublicKey, type RatchetTree } from 'ts-mls/ratchetTree.js'
import { isAncestor, leafToNodeIndex, toLeafIndex } from 'ts-mls/treemath.js'
import type { UpdatePath } from 'ts-mls/updatePath.js'
import { equalBytes } from '../codec/bytes.ts'
import type { Suite } from '../suite.ts'
import { refuseCommit } from './refuse.ts'

export type PrivateKeys = Readonly<Record<number, Uint8Array>>

export interface PathSecrets {
  /** HPKE private keys by node index. */
  readonly keys: PrivateKeys
  readonly commitSecret: Uint8Array
}

/**
 * Follows `secret` from `start` up the filtered direct path of the leaf that made the path, checking each derived key against
 * the tree. The commit secret comes one step after the last node of that path (ts-mls goes on to a blank root: B12).
 */
export async function climb(
  suite: Suite,
  { tree, maker }: { readonly tree: RatchetTree; readonly maker: number },
  { start, secret }: { readonly start: number; readonly secret: Uint8Array },
): Promise<PathSecrets> {
  const { kdf, hpke } = suite.cipher
  const keys: Record<number, Uint8Array> = {}
  let current = secret
  const path = filteredDirectPathAndCopathResolution(toLeafIndex(maker), tree).map(({ nodeIndex }): number => nodeIndex)
  for (const nodeIndex of path.slice(path.indexOf(start))) {
    const pair = await hpke.deriveKeyPair(await deriveSecret(current, 'node', kdf))
    const node = tree[nodeIndex]
    if (node === undefined || !equalBytes(getHpkePublicKey(node), await hpke.exportPublicKey(pair.publicKey)))
      throw refuseCommit(
        '7.5',
        `expected the path secret to give the public key of node ${nodeIndex}; found another key`,
      )
    keys[nodeIndex] = await hpke.exportPrivateKey(pair.privateKey)
    current = await deriveSecret(current, 'path', kdf)
  }
  return { keys, commitSecret: current }
}

/** Finds the ciphertext meant for this member in the path, opens it and climbs. `tree` has the path applied, `context` is the provisional one. */
export async function openPath(
  suite: Suite,
  own: { readonly leafIndex: number; readonly keys: PrivateKeys },
  commit: {
    readonly tree: RatchetTree
    readonly committer: number
    readonly path: UpdatePath
    readonly context: GroupContext
    /** Leaves that joined with this commit; nothing is encrypted to them. */
    readonly newLeaves: readonly number[]
  },
): Promise<PathSecrets> {
  const { tree, committer, path, context } = commit
  const ownNode = leafToNodeIndex(toLeafIndex(own.leafIndex))
  const newNodes = commit.newLeaves.map((leafIndex) => leafIndex * 2)
  const steps = filteredDirectPathAndCopathResolution(toLeafIndex(committer), tree)
  const level = steps.findIndex(({ nodeIndex }) => isAncestor(ownNode, nodeIndex, tree.length))
  const step = steps[level]
  if (step === undefined) throw refuseCommit('12.4.2', 'expected a path that reaches this member; found none')
  const recipients = step.resolution.filter((index) => !newNodes.includes(index))
  for (const [at, recipient] of recipients.entries()) {
    const key = own.keys[recipient]
    const sealed = path.nodes[level]?.encryptedPathSecret[at]
    if (key === undefined || sealed === undefined) continue
    const secret = await decryptWithLabel(
      await suite.cipher.hpke.importPrivateKey(key),
      'UpdatePathNode',
      encode(groupContextEncoder)(context),
      sealed.kemOutput,
      sealed.ciphertext,
      suite.cipher.hpke,
    )
    return climb(suite, { tree, maker: committer }, { start: step.nodeIndex, secret })
  }
  throw refuseCommit('12.4.2', 'expected a path secret encrypted to this member; found none')
}
