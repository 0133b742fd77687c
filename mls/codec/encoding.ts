// Encodings of what a commit is made of (RFC 9420 sections 6, 7, 10 and 12), piece by piece; ts-mls builds them of closures by the thousand.
import { encodeCredential } from 'ts-mls/credential.js'
import type { Extension } from 'ts-mls/extension.js'
import { encodeFramedContentInfo, type FramedContent } from 'ts-mls/framedContent.js'
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import { encodeProposal } from 'ts-mls/proposal.js'
import type { ProposalOrRef } from 'ts-mls/proposalOrRefType.js'
import type { PublicMessage } from 'ts-mls/publicMessage.js'
import { encodeSender } from 'ts-mls/sender.js'
import type { UpdatePath } from 'ts-mls/updatePath.js'
import { credentialNumber, extensionNumber, suiteNumber, versionNumber } from './names.ts'
import { join, uint16s, uint64, vector } from './write.ts'

const absent = Uint8Array.of(0)
const present = Uint8Array.of(1)
const sources = { key_package: Uint8Array.of(1), update: Uint8Array.of(2), commit: Uint8Array.of(3) }
const commitType = Uint8Array.of(3)
const byValue = Uint8Array.of(1)
const byReference = Uint8Array.of(2)

export function encodePublicMessage(message: PublicMessage): Uint8Array {
  const { content, auth } = message
  return join([
    encodeContent(content),
    vector(auth.signature),
    ...(auth.contentType === 'commit' ? [vector(auth.confirmationTag)] : []),
    ...(message.senderType === 'member' ? [vector(message.membershipTag)] : []),
  ])
}

/** More entries than this no vector of a commit needs that a gateway should take; ts-mls gives up somewhat above it. */
const longVector = 4_000

/** Whether a vector that is encoded here has more entries than ts-mls can be trusted with. */
export function hasLongVector({ content }: PublicMessage): boolean {
  if (content.contentType !== 'commit') return false
  const { proposals, path } = content.commit
  const isLong = (list: readonly unknown[]) => list.length > longVector
  const isLongLeaf = ({ capabilities, extensions }: LeafNode) =>
    isLong(extensions) || Object.values(capabilities).some(isLong)
  if (isLong(proposals) || isLong(path?.nodes ?? [])) return true
  if (path !== undefined)
    if (isLongLeaf(path.leafNode) || path.nodes.some((node) => isLong(node.encryptedPathSecret))) return true
  return proposals.some((entry) => {
    if (entry.proposalOrRefType !== 'proposal' || entry.proposal.proposalType !== 'add') return false
    const { leafNode, extensions } = entry.proposal.add.keyPackage
    return isLong(extensions) || isLongLeaf(leafNode)
  })
}

/** FramedContent (section 6). */
export function encodeContent(content: FramedContent): Uint8Array {
  return join([
    vector(content.groupId),
    uint64(content.epoch),
    encodeSender(content.sender),
    vector(content.authenticatedData),
    ...(content.contentType === 'commit'
      ? [commitType, vector(join(content.commit.proposals.map(encodeEntry))), encodePath(content.commit.path)]
      : [encodeFramedContentInfo(content)]),
  ])
}

export function encodeKeyPackage(keyPackage: KeyPackage): Uint8Array {
  const { version, cipherSuite, initKey, leafNode, extensions, signature } = keyPackage
  const numbers = uint16s([versionNumber(version), suiteNumber(cipherSuite)])
  const fields = [vector(initKey), encodeLeafNode(leafNode), encodeExtensions(extensions), vector(signature)]
  return join([numbers, ...fields])
}

export function encodeLeafNode(leaf: LeafNode): Uint8Array {
  const { capabilities } = leaf
  return join([
    vector(leaf.hpkePublicKey),
    vector(leaf.signaturePublicKey),
    encodeCredential(leaf.credential),
    vector(uint16s(capabilities.versions.map(versionNumber))),
    vector(uint16s(capabilities.ciphersuites.map(suiteNumber))),
    vector(uint16s(capabilities.extensions)),
    vector(uint16s(capabilities.proposals)),
    vector(uint16s(capabilities.credentials.map(credentialNumber))),
    sources[leaf.leafNodeSource],
    ...(leaf.leafNodeSource === 'key_package' ? [uint64(leaf.lifetime.notBefore), uint64(leaf.lifetime.notAfter)] : []),
    ...(leaf.leafNodeSource === 'commit' ? [vector(leaf.parentHash)] : []),
    encodeExtensions(leaf.extensions),
    vector(leaf.signature),
  ])
}

function encodeEntry(entry: ProposalOrRef): Uint8Array {
  if (entry.proposalOrRefType === 'reference') return join([byReference, vector(entry.reference)])
  const { proposal } = entry
  if (proposal.proposalType !== 'add') return join([byValue, encodeProposal(proposal)])
  return join([byValue, uint16s([1]), encodeKeyPackage(proposal.add.keyPackage)])
}

function encodePath(path: UpdatePath | undefined): Uint8Array {
  if (path === undefined) return absent
  const nodes = path.nodes.map(({ hpkePublicKey, encryptedPathSecret }) => {
    const secrets = encryptedPathSecret.flatMap(({ kemOutput, ciphertext }) => [vector(kemOutput), vector(ciphertext)])
    return join([vector(hpkePublicKey), vector(join(secrets))])
  })
  return join([present, encodeLeafNode(path.leafNode), vector(join(nodes))])
}

function encodeExtensions(extensions: readonly Extension[]): Uint8Array {
  return vector(
    join(
      extensions.flatMap(({ extensionType, extensionData }) => [
        uint16s([extensionNumber(extensionType)]),
        vector(extensionData),
      ]),
    ),
  )
}
