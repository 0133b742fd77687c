// Proposals by reference, sent as PublicMessage so that a gateway can read them (RFC 9420 section 12.1).
import { createProposal } from 'ts-mls/createMessage.js'
import type { LeafNode, LeafNodeUpdate } from 'ts-mls/leafNode.js'
import type { Proposal } from 'ts-mls/proposal.js'
import { writeMessage } from '../codec/message.ts'
import { leafAt } from '../tree/leaves.ts'
import type { Member } from './member.ts'
import { type ProposalValue, toProposal } from './proposal-value.ts'
import { refuseAs, refusing } from './refuse.ts'
import { signLeaf } from './sign-leaf.ts'

interface Proposed {
  readonly member: Member
  /** MLSMessage with the PublicMessage. */
  readonly packet: Uint8Array
}

/** The member, now holding the proposal (and, for `update`, the private key that goes with it), and the packet to send. */
export async function propose(member: Member, value: ProposalValue): Promise<Proposed> {
  return refusing('invalid-proposal', '12.1', async () => {
    const made =
      value.type === 'update' ? await makeUpdate(member) : { member, proposal: toProposal(value, member.suite) }
    const { newState, message } = await createProposal(made.member.state, true, made.proposal, member.suite.cipher)
    return { member: { ...made.member, state: newState }, packet: writeMessage(message) }
  })
}

/** An Update of the member's own leaf with a fresh encryption key (section 12.1.2); ts-mls has no helper for it (B10). */
export async function makeUpdate(member: Member): Promise<{ member: Member; proposal: Proposal }> {
  const { suite, state } = member
  const { hpke } = suite.cipher
  const old = leafAt(state.ratchetTree, state.privatePath.leafIndex)
  if (old === undefined)
    throw refuseAs('invalid-proposal', '12.1.2', 'expected a leaf of its own; the member was removed')
  const pair = await hpke.generateKeyPair()
  const encryptionKey = await hpke.exportPublicKey(pair.publicKey)
  const leafNode = await signLeaf(asUpdateLeaf({ ...old, hpkePublicKey: encryptionKey }), {
    suite,
    key: state.signaturePrivateKey,
    groupId: state.groupContext.groupId,
    leafIndex: state.privatePath.leafIndex,
  })
  const pending = { encryptionKey, privateKey: await hpke.exportPrivateKey(pair.privateKey) }
  return {
    member: { ...member, pendingUpdates: [...member.pendingUpdates, pending] },
    proposal: { proposalType: 'update', update: { leafNode } },
  }
}

/** `leaf` as a leaf node of source `update`; it still has to be signed. */
export function asUpdateLeaf(leaf: LeafNode): LeafNodeUpdate {
  const { hpkePublicKey, signaturePublicKey, credential, capabilities, extensions, signature } = leaf
  const fields = { hpkePublicKey, signaturePublicKey, credential, capabilities, extensions, signature }
  return { ...fields, leafNodeSource: 'update' }
}
