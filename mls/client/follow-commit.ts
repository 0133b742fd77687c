// How a member follows somebody else's commit into the next epoch (RFC 9420 section 12.4.2).
import type { AuthenticatedContent } from 'ts-mls/authenticatedContent.js'
import type { ClientState } from 'ts-mls/clientState.js'
import { verifyConfirmationTag } from 'ts-mls/framedContent.js'
import { addLeafNode, type RatchetTree } from 'ts-mls/ratchetTree.js'
import { nodeToLeafIndex } from 'ts-mls/treemath.js'
import type { UpdatePath } from 'ts-mls/updatePath.js'
import { equalBytes } from '../codec/bytes.ts'
import { applyPath } from '../tree/apply-path.ts'
import { type AppliedProposals, applyProposals, type ListedProposal, needsPath } from '../tree/apply-proposals.ts'
import { leafAt } from '../tree/leaves.ts'
import { contextAfter, epochSecrets, provisionalContext, stateAfter } from './epoch.ts'
import { pskIdsOf, pskSecretOf, resolveList } from './list.ts'
import type { Member, Received } from './member.ts'
import { openPath, type PathSecrets, type PrivateKeys } from './path-secret.ts'
import { refuseCommit } from './refuse.ts'
import { isSigned } from './trust-group.ts'

/** The member in the next epoch, or out of the group. `content` has its signature (and membership tag) verified. */
export async function followCommit(member: Member, authenticated: AuthenticatedContent): Promise<Received> {
  const { suite, state } = member
  const { content, auth, wireformat } = authenticated
  if (content.contentType !== 'commit' || auth.contentType !== 'commit')
    throw refuseCommit('12.4.2', `expected a commit; found ${content.contentType}`)
  const { commit, sender } = content
  const list = resolveList(state, commit.proposals, sender)
  const applied = applyProposals(state.ratchetTree, state.groupContext.extensions, list)
  // Even where the own slot is filled again at once, the old member is out (ts-mls fails there: B6).
  if (applied.removed.includes(state.privatePath.leafIndex)) return { member: leave(member), kind: 'removed' }
  if (needsPath(list) && commit.path === undefined) throw refuseCommit('12.4.2', 'expected a path; found none')

  const ownKeys = keysAfterProposals(member, applied.tree)
  const placed = placeCommitter(
    applied.tree,
    sender.senderType === 'member' ? sender.leafIndex : undefined,
    commit.path,
  )
  const step =
    commit.path === undefined
      ? { tree: placed.tree, keys: ownKeys, commitSecret: new Uint8Array(suite.hashing.size) }
      : await takePath({ member, applied, ownKeys }, { ...placed, path: commit.path })

  const before = { context: state.groupContext, confirmationTag: state.confirmationTag }
  const signed = { wireformat, content, signature: auth.signature }
  const groupContext = await contextAfter(suite, before, { applied, tree: step.tree, commit: signed })
  const psk = await pskSecretOf(member, pskIdsOf(list))
  const initSecret = await initSecretOf(member, list)
  const inputs = { initSecret, commitSecret: step.commitSecret, pskSecret: psk.secret }
  const secrets = await epochSecrets(suite, groupContext, inputs)
  const { confirmationKey } = secrets.keySchedule
  const tagHolds = await verifyConfirmationTag(
    confirmationKey,
    auth.confirmationTag,
    groupContext.confirmedTranscriptHash,
    suite.cipher.hash,
  )
  if (!tagHolds) throw refuseCommit('12.4.2', 'expected the confirmation tag of the next epoch; found another')
  const reinit = list.map(({ proposal }) => proposal).find(({ proposalType }) => proposalType === 'reinit')
  const next = await stateAfter(suite, state, {
    groupContext,
    ratchetTree: step.tree,
    confirmationTag: auth.confirmationTag,
    privatePath: { leafIndex: state.privatePath.leafIndex, privateKeys: { ...step.keys } },
    groupActiveState:
      reinit?.proposalType === 'reinit'
        ? { kind: 'suspendedPendingReinit', reinit: reinit.reinit }
        : { kind: 'active' },
    secrets,
  })
  return { member: { ...member, state: next, pendingUpdates: [] }, kind: 'commit' }
}

function leave(member: Member): Member {
  const state: ClientState = { ...member.state, unappliedProposals: {}, groupActiveState: { kind: 'removedFromGroup' } }
  return { ...member, state, pendingUpdates: [] }
}

/** The member's private keys, with that of its own Update where the commit applies it (section 12.1.2). */
function keysAfterProposals({ state, pendingUpdates }: Member, tree: RatchetTree): PrivateKeys {
  const { leafIndex, privateKeys } = state.privatePath
  const leaf = leafAt(tree, leafIndex)
  const applied = pendingUpdates.find(
    ({ encryptionKey }) => leaf !== undefined && equalBytes(encryptionKey, leaf.hpkePublicKey),
  )
  return applied === undefined ? privateKeys : { ...privateKeys, [leafIndex * 2]: applied.privateKey }
}

/** Where the committer sits: its own leaf, or in an external commit the leaf it gets now (section 12.4.3.2). */
function placeCommitter(tree: RatchetTree, leafIndex: number | undefined, path: UpdatePath | undefined) {
  if (leafIndex !== undefined) return { tree, committer: leafIndex, joins: false }
  if (path === undefined) throw refuseCommit('12.4.3.2', 'expected a path in an external commit; found none')
  const [grown, nodeIndex] = addLeafNode(tree, path.leafNode)
  return { tree: grown, committer: nodeToLeafIndex(nodeIndex), joins: true }
}

async function takePath(
  own: { readonly member: Member; readonly applied: AppliedProposals; readonly ownKeys: PrivateKeys },
  commit: {
    readonly tree: RatchetTree
    readonly committer: number
    readonly joins: boolean
    readonly path: UpdatePath
  },
): Promise<PathSecrets & { readonly tree: RatchetTree }> {
  const { suite, state } = own.member
  const { committer, path } = commit
  const { groupId } = state.groupContext
  if (!(await isSigned(suite, path.leafNode, { groupId, leafIndex: committer })))
    throw refuseCommit('12.4.2', 'expected a signed leaf in the path; found a bad signature')
  const { tree, leafParentHash } = applyPath(commit.tree, { leafIndex: committer, path }, suite.hashing)
  if (!equalBytes(path.leafNode.parentHash, leafParentHash))
    throw refuseCommit('7.9.2', 'expected the parent hash of the path in its leaf; found another')
  const context = provisionalContext(suite, state.groupContext, { tree, applied: own.applied })
  const newLeaves = own.applied.added.map(({ leafIndex }) => leafIndex)
  if (commit.joins) newLeaves.push(committer)
  const ownPlace = { leafIndex: state.privatePath.leafIndex, keys: own.ownKeys }
  const secrets = await openPath(suite, ownPlace, { tree, committer, path, context, newLeaves })
  return { tree, keys: { ...own.ownKeys, ...secrets.keys }, commitSecret: secrets.commitSecret }
}

/** The init secret of the epoch, or in an external commit the one that ExternalInit carries (section 8.3). */
async function initSecretOf({ suite, state }: Member, list: readonly ListedProposal[]): Promise<Uint8Array> {
  const init = list.map(({ proposal }) => proposal).find(({ proposalType }) => proposalType === 'external_init')
  if (init?.proposalType !== 'external_init') return state.keySchedule.initSecret
  const { hpke, kdf } = suite.cipher
  const { privateKey } = await hpke.deriveKeyPair(state.keySchedule.externalSecret)
  const label = new TextEncoder().encode('MLS 1.0 external init secret')
  return hpke.importSecret(privateKey, label, init.externalInit.kemOutput, kdf.size, new Uint8Array())
}
