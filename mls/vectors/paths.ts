// Published vectors for update paths: what can be seen of one from outside, and that every member can open it.
import assert from 'node:assert/strict'
import { deriveSecret } from 'ts-mls/crypto/kdf.js'
import type { FramedContentCommit } from 'ts-mls/framedContent.js'
import type { GroupContext } from 'ts-mls/groupContext.js'
import { decodeUpdatePath, type UpdatePath } from 'ts-mls/updatePath.js'
import { runChecks } from '../checks/check.ts'
import { openPath } from '../client/path-secret.ts'
import { hex } from '../codec/bytes.ts'
import { readRatchetTree } from '../codec/message.ts'
import type { Suite } from '../suite.ts'
import { applyPath } from '../tree/apply-path.ts'
import { leafAt } from '../tree/leaves.ts'
import { treeHash } from '../tree/tree-hash.ts'
import { bytes, type Hex, rulesFor, vectorFileOfSuites } from './vector-file.ts'

interface TreeKem {
  readonly cipher_suite: number
  readonly group_id: Hex
  readonly epoch: number
  readonly confirmed_transcript_hash: Hex
  readonly ratchet_tree: Hex
  readonly leaves_private: readonly {
    readonly index: number
    readonly encryption_priv: Hex
    readonly path_secrets: readonly { readonly node: number; readonly path_secret: Hex }[]
  }[]
  readonly update_paths: readonly {
    readonly sender: number
    readonly update_path: Hex
    readonly path_secrets: readonly (Hex | null)[]
    readonly commit_secret: Hex
    readonly tree_hash_after: Hex
  }[]
}

export const treeKem = vectorFileOfSuites<TreeKem>(
  {
    name: 'treekem',
    fact: 'paths pass every check on commits and lead to the published tree, and every member opens them',
    leaves: 'LN-12, as leaves of suite 7 do not list suite 7',
  },
  async (suite, each) => {
    const before = readRatchetTree(bytes(each.ratchet_tree))
    for (const { sender, update_path, tree_hash_after, commit_secret } of each.update_paths) {
      const path = decodeUpdatePath(bytes(update_path), 0)?.[0] ?? assert.fail('undecodable')
      const applied = applyPath(before, { leafIndex: sender, path }, suite.hashing)
      assert.equal(hex(treeHash(applied.tree, suite.hashing)), tree_hash_after)
      const context = contextOf(suite, each, tree_hash_after)
      await seen(suite, { before, path, sender, context, ...applied })
      for (const { index, encryption_priv, path_secrets } of each.leaves_private) {
        if (index === sender || leafAt(before, index) === undefined) continue
        const keys: Record<number, Uint8Array> = { [index * 2]: bytes(encryption_priv) }
        for (const { node, path_secret } of path_secrets) keys[node] = await keyFrom(suite, bytes(path_secret))
        const commit = { tree: applied.tree, committer: sender, path, context, newLeaves: [] }
        const { commitSecret } = await openPath(suite, { leafIndex: index, keys }, commit)
        assert.equal(hex(commitSecret), commit_secret)
      }
    }
  },
)

function contextOf(suite: Suite, each: TreeKem, treeHashAfter: Hex): GroupContext {
  return {
    version: 'mls10',
    cipherSuite: suite.cipher.name,
    groupId: bytes(each.group_id),
    epoch: BigInt(each.epoch),
    treeHash: bytes(treeHashAfter),
    confirmedTranscriptHash: bytes(each.confirmed_transcript_hash),
    extensions: [],
  }
}

interface Sent {
  readonly before: ReturnType<typeof readRatchetTree>
  readonly path: UpdatePath
  readonly sender: number
  readonly context: GroupContext
  readonly tree: ReturnType<typeof readRatchetTree>
  readonly leafParentHash: Uint8Array
}

/** The path as the commit of nothing else that it could be: number of nodes and ciphertexts, keys, leaf, parent hash, tree. */
async function seen(suite: Suite, { before, path, sender, context, tree, leafParentHash }: Sent): Promise<void> {
  const rules = rulesFor(suite, ['LN-12'])
  const committer = { senderType: 'member' as const, leafIndex: sender }
  const content: FramedContentCommit = {
    groupId: context.groupId,
    epoch: context.epoch,
    sender: committer,
    authenticatedData: new Uint8Array(),
    contentType: 'commit',
    commit: { proposals: [], path },
  }
  await runChecks(rules.checks.commit, {
    rules,
    suite,
    code: 'invalid-commit',
    group: { context, tree: before, closed: false },
    list: [],
    committer,
    applied: { tree: before, extensions: [], added: [], removed: [] },
    content,
    path,
    confirmationTag: new Uint8Array(),
    references: [],
    leafIndex: sender,
    tree: before,
    next: tree,
    leafParentHash,
  })
}

async function keyFrom({ cipher }: Suite, secret: Uint8Array): Promise<Uint8Array> {
  const pair = await cipher.hpke.deriveKeyPair(await deriveSecret(secret, 'node', cipher.kdf))
  return cipher.hpke.exportPrivateKey(pair.privateKey)
}
