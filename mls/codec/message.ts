// MLSMessage and ratchet_tree to and from bytes, for our own members; the public side has its own, check by check.
import { mapDecoder, mapDecoders } from 'ts-mls/codec/tlsDecoder.js'
import { encode } from 'ts-mls/codec/tlsEncoder.js'
import type { GroupInfo } from 'ts-mls/groupInfo.js'
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import { type MLSMessage, type MlsMessageContent, mlsMessageEncoder } from 'ts-mls/message.js'
import type { PublicMessage } from 'ts-mls/publicMessage.js'
import {
  extendRatchetTree,
  type Node,
  type RatchetTree,
  ratchetTreeEncoder,
  stripBlankNodes,
} from 'ts-mls/ratchetTree.js'
import type { Welcome } from 'ts-mls/welcome.js'
import { decodeVersion } from './leaf-syntax.ts'
import { nodeOctets } from './signed.ts'
import { decodeMessageContent, decodeNodes } from './syntax.ts'
import { type Codec, decodeWhole, malformed } from './tls.ts'
import { join, vectorHeader } from './write.ts'

const messageCodec: Codec<MLSMessage> = {
  what: 'MLSMessage',
  decode: mapDecoders([decodeVersion, decodeMessageContent], (version, content) => ({ version, ...content })),
  encode: mlsMessageEncoder,
}

const treeCodec: Codec<RatchetTree> = {
  what: 'ratchet_tree',
  decode: mapDecoder(decodeNodes, extendRatchetTree),
  encode: ratchetTreeEncoder,
}

type ContentOf<Format extends MlsMessageContent['wireformat']> = Extract<MlsMessageContent, { wireformat: Format }>

/** Reads an MLSMessage that must have one of these wire formats. Throws MlsRejection('malformed'). */
export function readMessage<Format extends MlsMessageContent['wireformat']>(
  bytes: Uint8Array,
  ...formats: readonly Format[]
): ContentOf<Format> {
  const message = decodeWhole(messageCodec, bytes)
  if (message.version !== 'mls10') throw malformed(`expected mls10; found version ${message.version}`)
  const isWanted = (given: MlsMessageContent): given is ContentOf<Format> =>
    formats.some((format) => format === given.wireformat)
  if (!isWanted(message)) throw malformed(`expected ${formats.join(' or ')}; found ${message.wireformat}`)
  return message
}

/** Blank nodes to the right are restored, so the length is 2^d - 1 (RFC 9420 section 12.4.3.3). Throws MlsRejection('malformed'). */
export function readRatchetTree(bytes: Uint8Array): RatchetTree {
  return decodeWhole(treeCodec, bytes)
}

/** Blank nodes to the right are left out. Nodes never change, so each is encoded once. */
export function writeRatchetTree(tree: RatchetTree): Uint8Array {
  return writeNodes(stripBlankNodes(tree))
}

/** All the nodes, blank ones to the right too; ts-mls's own encoder runs out of stack on some 20,000 of them. */
export function writeNodes(nodes: RatchetTree): Uint8Array {
  const parts = nodes.map((node) => (node === undefined ? blankNode : nodeBytes(node)))
  let length = 0
  for (const { length: size } of parts) length += size
  return join([vectorHeader(length), ...parts])
}

const blankNode = Uint8Array.of(0)
const knownNodes = new WeakMap<Node, Uint8Array>()

function nodeBytes(node: Node): Uint8Array {
  const known = knownNodes.get(node)
  if (known !== undefined) return known
  const bytes = nodeOctets(node)
  knownNodes.set(node, bytes)
  return bytes
}

export function writeMessage(content: MlsMessageContent): Uint8Array {
  return encode(mlsMessageEncoder)({ version: 'mls10', ...content })
}

export function writeKeyPackage(keyPackage: KeyPackage): Uint8Array {
  return writeMessage({ wireformat: 'mls_key_package', keyPackage })
}

export function writePublicMessage(publicMessage: PublicMessage): Uint8Array {
  return writeMessage({ wireformat: 'mls_public_message', publicMessage })
}

export function writeWelcome(welcome: Welcome): Uint8Array {
  return writeMessage({ wireformat: 'mls_welcome', welcome })
}

export function writeGroupInfo(groupInfo: GroupInfo): Uint8Array {
  return writeMessage({ wireformat: 'mls_group_info', groupInfo })
}
