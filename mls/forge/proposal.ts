// Proposals with one thing wrong; content and Update leaf are signed again after the change.
import { createProposal } from 'ts-mls/createMessage.js'
import { type FramedContent, signFramedContentTBS, toTbs } from 'ts-mls/framedContent.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import { protectPublicMessage } from 'ts-mls/messageProtectionPublic.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { Member } from '../client/member.ts'
import { type ProposalValue, toProposal } from '../client/proposal-value.ts'
import { asUpdateLeaf, makeUpdate } from '../client/propose.ts'
import { signLeaf } from '../client/sign-leaf.ts'
import { writeMessage, writePublicMessage } from '../codec/message.ts'
import { leafAt } from '../tree/leaves.ts'
import { spoiled } from './bytes.ts'
import { type FrameFlaw, flawFrame, flawPacket, flawSignature } from './frame.ts'
import { forgeLeaf, type LeafFlaw } from './leaf.ts'

export type ProposalFlaw =
  | FrameFlaw
  /** As PrivateMessage, which nobody outside the group can read. */
  | { readonly kind: 'private-message' }
  /** Application data in a PublicMessage in place of the proposal. */
  | { readonly kind: 'application-data' }
  /** Flaws of an Update's leaf; the proposal must be { type: 'update' }. */
  | { readonly kind: 'update-identity'; readonly identity: Uint8Array }
  | { readonly kind: 'update-same-key' | 'update-leaf-signature' | 'update-leaf-source' }
  | { readonly kind: 'update-leaf'; readonly leaf: LeafFlaw }
  /** An ExternalInit in place of the proposal. */
  | { readonly kind: 'external-init' }
  /** A PreSharedKey proposal with a nonce one byte short in place of the proposal. */
  | { readonly kind: 'psk-nonce' }

/**
 * The packet of this proposal with this flaw and no other. What is wrong in the value itself (an Add of a bad key package, a Remove
 * of a blank leaf) needs no forging: propose does not check it.
 */
export async function forgeProposal(member: Member, value: ProposalValue, flaw: ProposalFlaw): Promise<Uint8Array> {
  const proposal = await flawedProposal(member, value, flaw)
  const { suite, state } = member
  if (flaw.kind === 'private-message') {
    const { message } = await createProposal(state, false, proposal, suite.cipher)
    return writeMessage(message)
  }
  const { groupContext } = state
  const frame = {
    groupId: groupContext.groupId,
    epoch: groupContext.epoch,
    sender: { senderType: 'member' as const, leafIndex: state.privatePath.leafIndex },
    authenticatedData: new Uint8Array(),
  }
  const plain: FramedContent =
    flaw.kind === 'application-data'
      ? { ...frame, contentType: 'application', applicationData: Uint8Array.of(1) }
      : { ...frame, contentType: 'proposal', proposal }
  const content = flawFrame(plain, flaw)
  const wireformat = 'mls_public_message'
  const tbs = toTbs(content, wireformat, groupContext)
  const key = state.signaturePrivateKey
  const good = await signFramedContentTBS(key, tbs, suite.cipher.signature)
  const signature = await flawSignature({ tbs, key, suite, signature: good }, flaw)
  const { membershipKey } = state.keySchedule
  if (content.contentType === 'application') {
    const auth = { contentType: content.contentType, signature }
    return writePublicMessage({
      content,
      auth,
      senderType: 'member',
      membershipTag: new Uint8Array(suite.hashing.size),
    })
  }
  const auth = { contentType: 'proposal' as const, signature }
  const packet = writePublicMessage(
    await protectPublicMessage(membershipKey, groupContext, { wireformat, content, auth }, suite.cipher),
  )
  return flawPacket(packet, flaw)
}

async function flawedProposal(member: Member, value: ProposalValue, flaw: ProposalFlaw): Promise<Proposal> {
  if (flaw.kind === 'external-init') {
    const { publicKey } = await member.suite.cipher.hpke.generateKeyPair()
    const kemOutput = await member.suite.cipher.hpke.exportPublicKey(publicKey)
    return { proposalType: 'external_init', externalInit: { kemOutput } }
  }
  if (flaw.kind === 'psk-nonce') {
    const pskNonce = member.suite.random(member.suite.hashing.size - 1)
    return { proposalType: 'psk', psk: { preSharedKeyId: { psktype: 'external', pskId: Uint8Array.of(1), pskNonce } } }
  }
  if (value.type !== 'update') return toProposal(value, member.suite)
  const { proposal } = await makeUpdate(member)
  return proposal.proposalType === 'update' ? flawedUpdate(member, proposal.update.leafNode, flaw) : proposal
}

async function flawedUpdate(member: Member, fresh: LeafNode, flaw: ProposalFlaw): Promise<Proposal> {
  const { suite, state } = member
  const { leafIndex } = state.privatePath
  const old = leafAt(state.ratchetTree, leafIndex)
  const changed: LeafNode =
    flaw.kind === 'update-identity'
      ? { ...fresh, credential: { credentialType: 'basic', identity: flaw.identity } }
      : flaw.kind === 'update-same-key'
        ? { ...fresh, hpkePublicKey: old?.hpkePublicKey ?? fresh.hpkePublicKey }
        : fresh
  const { groupId } = state.groupContext
  const signer = { suite, key: state.signaturePrivateKey, groupId, leafIndex }
  const update = asUpdateLeaf(changed)
  if (flaw.kind === 'update-leaf')
    return {
      proposalType: 'update',
      update: { leafNode: (await forgeLeaf(update, flaw.leaf, signer)) as typeof update },
    }
  const leafNode = await signLeaf(update, signer)
  if (flaw.kind === 'update-leaf-signature') leafNode.signature = spoiled(leafNode.signature)
  // The leaf that stands in the tree is validly signed, but came by key package or commit.
  if (flaw.kind === 'update-leaf-source' && old !== undefined)
    return { proposalType: 'update', update: { leafNode: old as typeof leafNode } }
  return { proposalType: 'update', update: { leafNode } }
}
