// Looks at MLS messages without judging them: routing, evidence for reports.
import { decodeUint16 } from 'ts-mls/codec/number.js'
import { mapDecoders } from 'ts-mls/codec/tlsDecoder.js'
import type { Credential } from 'ts-mls/credential.js'
import type { FramedContent } from 'ts-mls/framedContent.js'
import type { GroupInfo } from 'ts-mls/groupInfo.js'
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { MlsMessageContent } from 'ts-mls/message.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { Sender } from 'ts-mls/sender.js'
import { hex } from './codec/bytes.ts'
import { findExtension } from './codec/extensions.ts'
import { extensionNumber, suiteNumber } from './codec/names.ts'
import { decodeMessageContent } from './codec/syntax.ts'
import { decodeFront } from './codec/tls.ts'
import { MlsRejection } from './rejection.ts'

export interface Peek {
  readonly groupId: Uint8Array
  readonly epoch: bigint
  readonly contentType: 'application' | 'proposal' | 'commit'
  readonly wireFormat: 'public-message' | 'private-message'
}

/** JSON-able: numbers, strings, lists and objects of these; bytes in hexadecimal, 64-bit values as decimal strings. */
export type MessageSummary = {
  readonly [name: string]: MessageSummary | readonly MessageSummary[] | string | number | boolean
}

const anyVersion = {
  what: 'MLSMessage',
  decode: mapDecoders([decodeUint16, decodeMessageContent], (version, content) => ({ version, content })),
}

/**
 * Group id and epoch a handshake packet claims, before any check. Throws MlsRejection: 'malformed' for bytes that are no
 * MLSMessage, 'unsupported-message' for one that belongs to no group in the clear (Welcome, GroupInfo, KeyPackage).
 */
export function peekGroup(packet: Uint8Array): Peek {
  const { content } = decodeFront(anyVersion, packet).value
  if (content.wireformat === 'mls_public_message') {
    const { groupId, epoch, contentType } = content.publicMessage.content
    return { groupId, epoch, contentType, wireFormat: 'public-message' }
  }
  if (content.wireformat === 'mls_private_message') {
    const { groupId, epoch, contentType } = content.privateMessage
    return { groupId, epoch, contentType, wireFormat: 'private-message' }
  }
  const source = { row: 'FR-03', section: '9420 section 6' }
  throw new MlsRejection('unsupported-message', source, `expected a handshake message; found ${content.wireformat}`)
}

/**
 * Whether the GroupInfo carries external_pub, so that a client can join by external commit (RFC 9420 section 12.4.3.2).
 * Throws MlsRejection('malformed') for bytes that are no GroupInfo.
 */
export function hasExternalPub(groupInfo: Uint8Array): boolean {
  const { content } = decodeFront(anyVersion, groupInfo).value
  if (content.wireformat !== 'mls_group_info')
    throw new MlsRejection(
      'malformed',
      { row: 'FR-03', section: '9420 section 6' },
      `expected a GroupInfo; found ${content.wireformat}`,
    )
  return findExtension(content.groupInfo.extensions, 'external_pub') !== undefined
}

/** A summary of any MLSMessage for evidence in reports; never throws: bytes that cannot be read are said to be so. */
export function describeMessage(message: Uint8Array): MessageSummary {
  try {
    const { value, length } = decodeFront(anyVersion, message)
    const surplus = message.length - length
    return {
      wireFormat: value.content.wireformat.slice('mls_'.length).replaceAll('_', '-'),
      ...(value.version === 1 ? {} : { version: value.version }),
      ...describeContent(value.content),
      ...(surplus === 0 ? {} : { trailingBytes: surplus }),
    }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error), bytes: message.length }
  }
}

function describeContent(content: MlsMessageContent): MessageSummary {
  switch (content.wireformat) {
    case 'mls_public_message':
      return describeFramed(content.publicMessage.content)
    case 'mls_private_message': {
      const { groupId, epoch, contentType } = content.privateMessage
      return { groupId: hex(groupId), epoch: String(epoch), contentType }
    }
    case 'mls_welcome': {
      const { cipherSuite, secrets } = content.welcome
      return { cipherSuite: suiteNumber(cipherSuite), recipients: secrets.length }
    }
    case 'mls_group_info':
      return describeGroupInfo(content.groupInfo)
    case 'mls_key_package':
      return describeKeyPackage(content.keyPackage)
  }
}

function describeFramed(content: FramedContent): MessageSummary {
  const common = {
    groupId: hex(content.groupId),
    epoch: String(content.epoch),
    sender: describeSender(content.sender),
    contentType: content.contentType,
  }
  if (content.contentType === 'proposal') return { ...common, proposal: describeProposal(content.proposal) }
  if (content.contentType === 'application') return common
  const { proposals, path } = content.commit
  return {
    ...common,
    proposals: proposals.flatMap((entry) =>
      entry.proposalOrRefType === 'proposal' ? [describeProposal(entry.proposal)] : [],
    ),
    references: proposals.filter((entry) => entry.proposalOrRefType === 'reference').length,
    path: path !== undefined,
  }
}

function describeSender(sender: Sender): string {
  if (sender.senderType === 'member') return `member ${sender.leafIndex}`
  return sender.senderType === 'external' ? `external ${sender.senderIndex}` : sender.senderType.replaceAll('_', ' ')
}

function describeProposal(proposal: Proposal): MessageSummary {
  switch (proposal.proposalType) {
    case 'add':
      return { type: 'add', keyPackage: describeKeyPackage(proposal.add.keyPackage) }
    case 'update':
      return { type: 'update', leaf: describeLeaf(proposal.update.leafNode) }
    case 'remove':
      return { type: 'remove', leafIndex: proposal.remove.removed }
    case 'group_context_extensions':
      return {
        type: 'group-context-extensions',
        extensions: proposal.groupContextExtensions.extensions
          .map(({ extensionType }) => extensionNumber(extensionType))
          .join(' '),
      }
    default:
      return { type: String(proposal.proposalType).replaceAll('_', '-') }
  }
}

function describeGroupInfo({ groupContext, signer, extensions }: GroupInfo): MessageSummary {
  return {
    groupId: hex(groupContext.groupId),
    epoch: String(groupContext.epoch),
    cipherSuite: suiteNumber(groupContext.cipherSuite),
    treeHash: hex(groupContext.treeHash),
    confirmedTranscriptHash: hex(groupContext.confirmedTranscriptHash),
    signer,
    externalPub: findExtension(extensions, 'external_pub') !== undefined,
  }
}

function describeKeyPackage({ cipherSuite, leafNode }: KeyPackage): MessageSummary {
  return { cipherSuite: suiteNumber(cipherSuite), ...describeLeaf(leafNode) }
}

function describeLeaf(leaf: LeafNode): MessageSummary {
  const common = { credential: describeCredential(leaf.credential), source: leaf.leafNodeSource.replaceAll('_', '-') }
  if (leaf.leafNodeSource !== 'key_package') return common
  return { ...common, notBefore: String(leaf.lifetime.notBefore), notAfter: String(leaf.lifetime.notAfter) }
}

function describeCredential(credential: Credential): MessageSummary {
  return credential.credentialType === 'basic'
    ? { type: 'basic', identity: Buffer.from(credential.identity).toString('utf8') }
    : { type: 'x509', certificates: credential.certificates.length }
}
