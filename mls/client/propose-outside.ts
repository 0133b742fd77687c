// Proposals of an external sender: somebody whom the group lists and who is no member (RFC 9420 section 12.1.8).
import { protectExternalProposalPublic } from 'ts-mls/messageProtectionPublic.js'
import { writePublicMessage } from '../codec/message.ts'
import type { SignatureKey } from './key-package.ts'
import type { Member } from './member.ts'
import { type ProposalValue, toProposal } from './proposal-value.ts'
import { refusing } from './refuse.ts'

export interface ExternalSender {
  readonly key: SignatureKey
  /** Place in the group's `external_senders` extension, from 0. */
  readonly senderIndex: number
}

/** The packet (MLSMessage) of an external sender for the group as `member` knows it; of that only what is public is used. */
export async function proposeFromOutside(
  { state, suite }: Member,
  value: Exclude<ProposalValue, { type: 'update' }>,
  { key, senderIndex }: ExternalSender,
): Promise<Uint8Array> {
  return refusing('invalid-proposal', '12.1.8', async () => {
    const sender = { senderType: 'external' as const, senderIndex }
    const proposal = toProposal(value, suite)
    const context = state.groupContext
    const none = new Uint8Array()
    const made = await protectExternalProposalPublic(key.privateKey, context, none, proposal, sender, suite.cipher)
    return writePublicMessage(made.publicMessage)
  })
}
