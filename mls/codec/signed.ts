// What is signed and hashed of the objects of MLS (RFC 9420 sections 5.2, 6.1, 7.2, 7.8, 8.2 and 10), from the octets they came in.
import { encode } from 'ts-mls/codec/tlsEncoder.js'
import type { FramedContent } from 'ts-mls/framedContent.js'
import { type GroupContext, groupContextEncoder } from 'ts-mls/groupContext.js'
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { ParentNode } from 'ts-mls/parentNode.js'
import { encodeContent, encodeKeyPackage, encodeLeafNode } from './encoding.ts'
import { versionNumber } from './names.ts'
import { octetsOf } from './octets.ts'
import { join, uint16s, uint32s, vector, vectorHeader } from './write.ts'

const encodeContext = encode(groupContextEncoder)
const utf8 = new TextEncoder()
const publicMessageFormat = Uint8Array.of(0, 1)

function leafNodeOctets(leaf: LeafNode): Uint8Array {
  return octetsOf(leaf) ?? encodeLeafNode(leaf)
}

export function keyPackageOctets(keyPackage: KeyPackage): Uint8Array {
  return octetsOf(keyPackage) ?? encodeKeyPackage(keyPackage)
}

/** LeafNodeTBS (section 7.2); a leaf of a key package has no place yet. */
export function leafNodeTbs(
  leaf: LeafNode,
  place: { readonly groupId: Uint8Array; readonly leafIndex: number } | undefined,
): Uint8Array {
  const unsigned = withoutSignature(leafNodeOctets(leaf), leaf)
  return leaf.leafNodeSource === 'key_package' || place === undefined
    ? unsigned
    : join([unsigned, vector(place.groupId), uint32s([place.leafIndex])])
}

/** KeyPackageTBS (section 10). */
export function keyPackageTbs(keyPackage: KeyPackage): Uint8Array {
  return withoutSignature(keyPackageOctets(keyPackage), keyPackage)
}

/** FramedContentTBS of a PublicMessage (section 6.1). */
export function framedContentTbs(content: FramedContent, context: GroupContext): Uint8Array {
  const { senderType } = content.sender
  const head = uint16s([versionNumber(context.version)])
  const octets = contentOctets(content)
  return senderType === 'member' || senderType === 'new_member_commit'
    ? join([head, publicMessageFormat, octets, encodeContext(context)])
    : join([head, publicMessageFormat, octets])
}

/** ConfirmedTranscriptHashInput of a PublicMessage (section 8.2). */
export function confirmedTranscriptHashInput(content: FramedContent, signature: Uint8Array): Uint8Array {
  return join([publicMessageFormat, contentOctets(content), vector(signature)])
}

/** TreeHashInput of a leaf, blank or not (section 7.8). */
export function leafHashInput(leafIndex: number, leaf: LeafNode | undefined): Uint8Array {
  return leaf === undefined
    ? join([nodeTypes.leaf, uint32s([leafIndex]), absent])
    : join([nodeTypes.leaf, uint32s([leafIndex]), present, leafNodeOctets(leaf)])
}

/** TreeHashInput of a parent, blank or not (section 7.8). */
export function parentHashInput(
  parent: ParentNode | undefined,
  children: { readonly left: Uint8Array; readonly right: Uint8Array },
): Uint8Array {
  const { left, right } = children
  const hashes = [vectorHeader(left.length), left, vectorHeader(right.length), right]
  return parent === undefined
    ? join([nodeTypes.parent, absent, ...hashes])
    : join([nodeTypes.parent, present, parentNodeOctets(parent), ...hashes])
}

/** `optional<Node>` of a leaf or parent that is there (section 12.4.3.3). */
export function nodeOctets(node: { leaf: LeafNode } | { parent: ParentNode }): Uint8Array {
  return 'leaf' in node
    ? join([present, nodeTypes.leaf, leafNodeOctets(node.leaf)])
    : join([present, nodeTypes.parent, parentNodeOctets(node.parent)])
}

/** What a signature or a reference covers: a label, of this version of the protocol, and a content (sections 5.1.2 and 5.2). */
export function labelled(label: string, content: Uint8Array): Uint8Array {
  const text = utf8.encode(`MLS 1.0 ${label}`)
  return join([vectorHeader(text.length), text, vectorHeader(content.length), content])
}

const nodeTypes = { leaf: Uint8Array.of(1), parent: Uint8Array.of(2) }
const absent = Uint8Array.of(0)
const present = Uint8Array.of(1)

function contentOctets(content: FramedContent): Uint8Array {
  return octetsOf(content) ?? encodeContent(content)
}

function parentNodeOctets({ hpkePublicKey, parentHash, unmergedLeaves }: ParentNode): Uint8Array {
  const leaves = vector(uint32s(unmergedLeaves))
  const [keyHeader, hashHeader] = [vectorHeader(hpkePublicKey.length), vectorHeader(parentHash.length)]
  return join([keyHeader, hpkePublicKey, hashHeader, parentHash, leaves])
}

/** The signature is the last field of what it signs. */
function withoutSignature(octets: Uint8Array, { signature }: { readonly signature: Uint8Array }): Uint8Array {
  return octets.subarray(0, octets.length - vectorHeader(signature.length).length - signature.length)
}
