// From one epoch to the next: transcript, key schedule and secret tree, the same for committer and receiver (RFC 9420 section 8).
import { addHistoricalReceiverData, type ClientState, nextEpochContext } from 'ts-mls/clientState.js'
import type { FramedContentCommit } from 'ts-mls/framedContent.js'
import type { GroupContext } from 'ts-mls/groupContext.js'
import { type EpochSecrets, initializeEpoch } from 'ts-mls/keySchedule.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { createSecretTree } from 'ts-mls/secretTree.js'
import { leafWidth } from 'ts-mls/treemath.js'
import type { WireformatName } from 'ts-mls/wireformat.js'
import type { Suite } from '../suite.ts'
import type { AppliedProposals } from '../tree/apply-proposals.ts'
import { treeHash } from '../tree/tree-hash.ts'

export interface SignedCommit {
  readonly wireformat: WireformatName
  readonly content: FramedContentCommit
  readonly signature: Uint8Array
}

/** The GroupContext of the next epoch; `confirmationTag` is that of the commit which made the present one. */
export function contextAfter(
  suite: Suite,
  before: { readonly context: GroupContext; readonly confirmationTag: Uint8Array },
  {
    applied,
    tree,
    commit,
  }: { readonly applied: AppliedProposals; readonly tree: RatchetTree; readonly commit: SignedCommit },
): Promise<GroupContext> {
  const context = { ...before.context, extensions: applied.extensions }
  const hash = treeHash(tree, suite.hashing)
  const { wireformat, content, signature } = commit
  return nextEpochContext(context, wireformat, content, signature, hash, before.confirmationTag, suite.cipher.hash)
}

/** The context under which path secrets are encrypted: next epoch and tree, transcript as before (section 12.4.2). */
export function provisionalContext(
  suite: Suite,
  context: GroupContext,
  next: { tree: RatchetTree; applied: AppliedProposals },
): GroupContext {
  return {
    ...context,
    epoch: context.epoch + 1n,
    treeHash: treeHash(next.tree, suite.hashing),
    extensions: next.applied.extensions,
  }
}

export interface EpochInputs {
  readonly initSecret: Uint8Array
  readonly commitSecret: Uint8Array
  readonly pskSecret: Uint8Array
}

export function epochSecrets(suite: Suite, context: GroupContext, inputs: EpochInputs): Promise<EpochSecrets> {
  return initializeEpoch(inputs.initSecret, inputs.commitSecret, context, inputs.pskSecret, suite.cipher.kdf)
}

/** The state in the new epoch; keys of a few past epochs are kept for late application messages. */
export async function stateAfter(
  suite: Suite,
  before: ClientState,
  next: Pick<ClientState, 'groupContext' | 'ratchetTree' | 'confirmationTag' | 'privatePath' | 'groupActiveState'> & {
    readonly secrets: EpochSecrets
  },
): Promise<ClientState> {
  const { secrets, ...changed } = next
  const width = leafWidth(next.ratchetTree.length)
  const [historicalReceiverData] = addHistoricalReceiverData(before)
  return {
    ...before,
    ...changed,
    historicalReceiverData,
    keySchedule: secrets.keySchedule,
    secretTree: await createSecretTree(width, secrets.encryptionSecret, suite.cipher.kdf),
    unappliedProposals: {},
  }
}
