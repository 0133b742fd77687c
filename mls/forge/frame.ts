// What can be wrong in the frame of a handshake message, whatever it holds (RFC 9420 section 6).
import {
  encodeFramedContentTBS,
  type FramedContent,
  type FramedContentTBS,
  signFramedContentTBS,
} from 'ts-mls/framedContent.js'
import type { SignatureKey } from '../client/key-package.ts'
import type { SignedContent } from '../client/sign-commit.ts'
import { readMessage, writePublicMessage } from '../codec/message.ts'
import { longLength, spoiled, trailingByte, truncated, withVersion, withWireFormat } from './bytes.ts'

export type FrameFlaw =
  | { readonly kind: 'bad-signature' | 'trailing-byte' | 'truncated' | 'non-minimal-length' }
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'wire-format'; readonly wireFormat: number }
  | { readonly kind: 'epoch'; readonly epoch: bigint }
  | { readonly kind: 'group-id'; readonly groupId: Uint8Array }
  /** Claims to come from this leaf; blank or outside the tree, or somebody else's. */
  | { readonly kind: 'sender'; readonly leafIndex: number }
  /** The signature leaves out the group context or the label, or is made with this key (section 6.1). */
  | { readonly kind: 'signed-without-context' | 'signed-without-label' }
  | { readonly kind: 'signed-by'; readonly key: SignatureKey }
  /** Of a member's message. */
  | { readonly kind: 'no-membership-tag' | 'short-membership-tag' }
  | { readonly kind: 'authenticated-data'; readonly length: number }

/** The content with this flaw of its frame; other flaws leave it as it is. */
export function flawFrame<Content extends FramedContent>(
  content: Content,
  flaw: { readonly kind: string } | FrameFlaw,
): Content {
  if (!isFrameFlaw(flaw)) return content
  switch (flaw.kind) {
    case 'epoch':
      return { ...content, epoch: flaw.epoch }
    case 'group-id':
      return { ...content, groupId: flaw.groupId }
    case 'sender':
      return { ...content, sender: { senderType: 'member', leafIndex: flaw.leafIndex } }
    case 'authenticated-data':
      return { ...content, authenticatedData: new Uint8Array(flaw.length) }
    default:
      return content
  }
}

/** The signature with this flaw; other flaws leave it as it is. */
export async function flawSignature(
  { tbs, key, suite, signature }: SignedContent,
  flaw: { readonly kind: string } | FrameFlaw,
): Promise<Uint8Array> {
  if (!isFrameFlaw(flaw)) return signature
  const signing = suite.cipher.signature
  switch (flaw.kind) {
    case 'bad-signature':
      return spoiled(signature)
    case 'signed-without-context':
      return signFramedContentTBS(key, { ...tbs, senderType: 'external' } as FramedContentTBS, signing)
    case 'signed-without-label':
      return signing.sign(key, encodeFramedContentTBS(tbs))
    case 'signed-by':
      return signFramedContentTBS(flaw.key.privateKey, tbs, signing)
    default:
      return signature
  }
}

/** The MLSMessage with this flaw; other flaws leave it as it is. */
export function flawPacket(packet: Uint8Array, flaw: { readonly kind: string } | FrameFlaw): Uint8Array {
  if (!isFrameFlaw(flaw)) return packet
  switch (flaw.kind) {
    case 'trailing-byte':
      return trailingByte(packet)
    case 'truncated':
      return truncated(packet)
    case 'non-minimal-length':
      return longLength(packet, lengthOfGroupId)
    case 'version':
      return withVersion(packet, flaw.version)
    case 'wire-format':
      return withWireFormat(packet, flaw.wireFormat)
    case 'no-membership-tag': {
      const { publicMessage } = readMessage(packet, 'mls_public_message')
      // What follows the content is written by this member alone; the sender inside stays a member.
      return writePublicMessage({ ...publicMessage, senderType: 'external' })
    }
    case 'short-membership-tag': {
      const { publicMessage } = readMessage(packet, 'mls_public_message')
      if (publicMessage.senderType !== 'member') return packet
      return writePublicMessage({ ...publicMessage, membershipTag: truncated(publicMessage.membershipTag) })
    }
    default:
      return packet
  }
}

/** Where an MLSMessage with a PublicMessage says how long the group id is. */
const lengthOfGroupId = 4

const kinds: Readonly<Record<FrameFlaw['kind'], true>> = {
  'bad-signature': true,
  'trailing-byte': true,
  truncated: true,
  'non-minimal-length': true,
  version: true,
  'wire-format': true,
  epoch: true,
  'group-id': true,
  sender: true,
  'signed-without-context': true,
  'signed-without-label': true,
  'signed-by': true,
  'no-membership-tag': true,
  'short-membership-tag': true,
  'authenticated-data': true,
}

function isFrameFlaw(flaw: { readonly kind: string }): flaw is FrameFlaw {
  return flaw.kind in kinds
}
