// Messages that claim to come from outside the group, with what their senders may or may not send (RFC 9420 section 12.1.8).
import type { FramedContent } from 'ts-mls/framedContent.js'
import { protectExternalProposalPublic } from 'ts-mls/messageProtectionPublic.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { SenderExternal, SenderNewMemberProposal } from 'ts-mls/sender.js'
import { makeCommit } from '../client/commit.ts'
import type { SignatureKey } from '../client/key-package.ts'
import type { Member } from '../client/member.ts'
import { type ProposalValue, toProposal } from '../client/proposal-value.ts'
import { makeUpdate } from '../client/propose.ts'
import { writePublicMessage } from '../codec/message.ts'
import { flawSignature } from './frame.ts'

/** `update` and `commit` are the member's own in all but the sender. */
export type OutsideContent = ProposalValue | { readonly type: 'external-init' } | { readonly type: 'commit' }

/** The key that signs, and who the message says it is from: an external sender by its place, or a client that joins. */
export interface OutsideSender {
  readonly key: SignatureKey
  readonly sender: { readonly external: number } | 'new-member-proposal' | 'new-member-commit'
}

/** The packet (MLSMessage) for the group as `member` knows it; nothing of who may send what is checked. */
export async function forgeFromOutside(
  member: Member,
  content: OutsideContent,
  from: OutsideSender,
): Promise<Uint8Array> {
  const { key } = from
  // ts-mls has no proposal of a sender that may only commit: the type is what is forged.
  const sender = senderOf(from) as SenderExternal | SenderNewMemberProposal
  if (content.type === 'commit') {
    const alterations = {
      content: <Content extends FramedContent>(plain: Content): Content => ({ ...plain, sender }),
      signature: (signed: Parameters<typeof flawSignature>[0]) => flawSignature(signed, { kind: 'signed-by', key }),
    }
    return (await makeCommit(member, { references: [], proposals: [], withPath: true, alterations })).commitPacket
  }
  const { suite, state } = member
  const proposal = await proposalOf(member, content)
  const none = new Uint8Array()
  const made = await protectExternalProposalPublic(
    key.privateKey,
    state.groupContext,
    none,
    proposal,
    sender,
    suite.cipher,
  )
  return writePublicMessage(made.publicMessage)
}

function senderOf({ sender }: OutsideSender) {
  if (typeof sender === 'object') return { senderType: 'external' as const, senderIndex: sender.external }
  return sender === 'new-member-proposal'
    ? { senderType: 'new_member_proposal' as const }
    : { senderType: 'new_member_commit' as const }
}

async function proposalOf(member: Member, content: Exclude<OutsideContent, { type: 'commit' }>): Promise<Proposal> {
  switch (content.type) {
    case 'update':
      return (await makeUpdate(member)).proposal
    case 'external-init': {
      const { hpke } = member.suite.cipher
      const kemOutput = await hpke.exportPublicKey((await hpke.generateKeyPair()).publicKey)
      return { proposalType: 'external_init', externalInit: { kemOutput } }
    }
    default:
      return toProposal(content, member.suite)
  }
}
