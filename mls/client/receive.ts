// What a member makes of a message that reaches it: proposals are kept, commits lead to the next epoch, application data is opened.

import { type AuthenticatedContent, makeProposalRef } from 'ts-mls/authenticatedContent.js'
import type { MlsPrivateMessage, MlsPublicMessage } from 'ts-mls/message.js'
import { unprotectPrivateMessage } from 'ts-mls/messageProtection.js'
import { unprotectPublicMessage } from 'ts-mls/messageProtectionPublic.js'
import { processPrivateMessage } from 'ts-mls/processMessages.js'
import { emptyPskIndex } from 'ts-mls/pskIndex.js'
import { addUnappliedProposal } from 'ts-mls/unappliedProposals.js'
import { equalBytes } from '../codec/bytes.ts'
import { readExternalSenders } from '../codec/extensions.ts'
import { readMessage } from '../codec/message.ts'
import { followCommit } from './follow-commit.ts'
import type { Member, Received } from './member.ts'
import { refuseAs, refusing } from './refuse.ts'

/**
 * Processes an MLSMessage with a PublicMessage or PrivateMessage. Its own proposals and commits are not for it: propose and
 * commit have already given the next member. Throws MlsRejection, and then the member is as it was.
 */
export async function receive(member: Member, message: Uint8Array): Promise<Received> {
  const read = readMessage(message, 'mls_public_message', 'mls_private_message')
  const { state } = member
  const claimed = read.wireformat === 'mls_public_message' ? read.publicMessage.content : read.privateMessage
  if (!equalBytes(claimed.groupId, state.groupContext.groupId))
    throw refuseAs('group-mismatch', '12.4.2', 'expected a message of the own group; found another group id')
  if (state.groupActiveState.kind === 'removedFromGroup')
    throw refuseAs('wrong-epoch', '12.4.2', `expected epoch ${state.groupContext.epoch}; the member was removed then`)
  if (read.wireformat === 'mls_private_message' && read.privateMessage.contentType === 'application')
    return refusing('malformed', '6.3', () => openApplication(member, read))
  if (claimed.epoch !== state.groupContext.epoch)
    throw refuseAs('wrong-epoch', '12.4.2', `expected epoch ${state.groupContext.epoch}; found ${claimed.epoch}`)
  const code = claimed.contentType === 'proposal' ? 'invalid-proposal' : 'invalid-commit'
  return refusing(code, '12', async () => {
    const opened =
      read.wireformat === 'mls_public_message' ? await openPublic(member, read) : await openPrivate(member, read)
    return opened.content.content.contentType === 'proposal'
      ? keepProposal(opened.member, opened.content)
      : followCommit(opened.member, opened.content)
  })
}

interface Opened {
  readonly member: Member
  readonly content: AuthenticatedContent
}

async function openPublic(member: Member, { publicMessage }: MlsPublicMessage): Promise<Opened> {
  const { suite, state } = member
  const { keySchedule, groupContext, ratchetTree } = state
  const { sender } = publicMessage.content
  // ts-mls reads external_senders as a single sender, so the key is looked up here (B9).
  const external =
    sender.senderType === 'external' ? readExternalSenders(groupContext.extensions)[sender.senderIndex] : undefined
  const content = await unprotectPublicMessage(
    keySchedule.membershipKey,
    groupContext,
    ratchetTree,
    publicMessage,
    suite.cipher,
    external?.signaturePublicKey,
  )
  return { member, content }
}

async function openPrivate(member: Member, { privateMessage }: MlsPrivateMessage): Promise<Opened> {
  const { suite, state } = member
  const { keySchedule, secretTree, ratchetTree, groupContext, clientConfig } = state
  const opened = await unprotectPrivateMessage(
    keySchedule.senderDataSecret,
    privateMessage,
    secretTree,
    ratchetTree,
    groupContext,
    clientConfig.keyRetentionConfig,
    suite.cipher,
  )
  return { member: { ...member, state: { ...state, secretTree: opened.tree } }, content: opened.content }
}

async function openApplication(member: Member, { privateMessage }: MlsPrivateMessage): Promise<Received> {
  if (privateMessage.epoch > member.state.groupContext.epoch)
    throw refuseAs(
      'wrong-epoch',
      '6.3',
      `expected an epoch up to ${member.state.groupContext.epoch}; found ${privateMessage.epoch}`,
    )
  const result = await processPrivateMessage(member.state, privateMessage, emptyPskIndex, member.suite.cipher)
  if (result.kind !== 'applicationMessage')
    throw refuseAs('malformed', '6.3', 'expected application data; found a handshake')
  return { member: { ...member, state: result.newState }, kind: 'application', application: result.message }
}

async function keepProposal(member: Member, content: AuthenticatedContent): Promise<Received> {
  const { suite, state } = member
  if (content.content.contentType !== 'proposal') throw refuseAs('invalid-proposal', '12.1', 'expected a proposal')
  const ref = await makeProposalRef(content, suite.cipher.hash)
  const { sender, proposal } = content.content
  const senderLeafIndex = sender.senderType === 'member' ? sender.leafIndex : undefined
  const unappliedProposals = addUnappliedProposal(ref, state.unappliedProposals, proposal, senderLeafIndex)
  return { member: { ...member, state: { ...state, unappliedProposals } }, kind: 'proposal' }
}
