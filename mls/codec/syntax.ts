// Decoders that ask for the syntax of RFC 9420 and nothing more, so that what is wrong in substance can be said by a check.
// ts-mls's own already refuse a leaf source out of place, and read a broken proposal of a known type as one of an unknown type.
import { decodeUint16, decodeUint32, decodeUint64 } from 'ts-mls/codec/number.js'
import { decodeOptional } from 'ts-mls/codec/optional.js'
import { type Decoder, flatMapDecoder, mapDecoder } from 'ts-mls/codec/tlsDecoder.js'
import { decodeVarLenData, decodeVarLenType } from 'ts-mls/codec/variableLength.js'
import type { Commit } from 'ts-mls/commit.js'
import { decodeContentType } from 'ts-mls/contentType.js'
import { decodeExtension } from 'ts-mls/extension.js'
import { decodeFramedContentAuthData, type FramedContent, type FramedContentInfo } from 'ts-mls/framedContent.js'
import type { GroupContext } from 'ts-mls/groupContext.js'
import type { GroupInfo } from 'ts-mls/groupInfo.js'
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNodeCommit, LeafNodeKeyPackage, LeafNodeUpdate } from 'ts-mls/leafNode.js'
import type { MlsMessageContent } from 'ts-mls/message.js'
import { decodeNodeType } from 'ts-mls/nodeType.js'
import { decodeParentNode } from 'ts-mls/parentNode.js'
import { decodePrivateMessage } from 'ts-mls/privateMessage.js'
import {
  decodeProposalCustom,
  decodeProposalExternalInit,
  decodeProposalGroupContextExtensions,
  decodeProposalPSK,
  decodeProposalRemove,
  type Proposal,
  type Reinit,
} from 'ts-mls/proposal.js'
import { decodeProposalOrRefType, type ProposalOrRef } from 'ts-mls/proposalOrRefType.js'
import { decodePublicMessageInfo, type PublicMessage } from 'ts-mls/publicMessage.js'
import type { Node, RatchetTree } from 'ts-mls/ratchetTree.js'
import { decodeSender } from 'ts-mls/sender.js'
import type { UpdatePath } from 'ts-mls/updatePath.js'
import { decodeWelcome } from 'ts-mls/welcome.js'
import { decodeWireformat } from 'ts-mls/wireformat.js'
import { decodeLeafNode, decodeSuite, decodeVersion } from './leaf-syntax.ts'
import { keepingOctets } from './octets.ts'
import { inSequence } from './sequence.ts'

const decodeKeyPackage: Decoder<KeyPackage> = keepingOctets(
  inSequence(
    [decodeVersion, decodeSuite, decodeVarLenData, decodeLeafNode, decodeVarLenType(decodeExtension), decodeVarLenData],
    (version, cipherSuite, initKey, leaf, extensions, signature) => {
      const leafNode = leaf as LeafNodeKeyPackage
      return { version, cipherSuite, initKey, leafNode, extensions, signature }
    },
  ),
)

const decodeReinit: Decoder<Reinit> = inSequence(
  [decodeVarLenData, decodeVersion, decodeSuite, decodeVarLenType(decodeExtension)],
  (groupId, version, cipherSuite, extensions) => ({ groupId, version, cipherSuite, extensions }),
)

const decodeProposal: Decoder<Proposal> = flatMapDecoder(decodeUint16, (type): Decoder<Proposal> => {
  switch (type) {
    case 1:
      return mapDecoder(decodeKeyPackage, (keyPackage) => ({ proposalType: 'add', add: { keyPackage } }))
    case 2:
      return mapDecoder(decodeLeafNode, (leaf) => {
        const leafNode = leaf as LeafNodeUpdate
        return { proposalType: 'update', update: { leafNode } }
      })
    case 3:
      return decodeProposalRemove
    case 4:
      return decodeProposalPSK
    case 5:
      return mapDecoder(decodeReinit, (reinit) => ({ proposalType: 'reinit', reinit }))
    case 6:
      return decodeProposalExternalInit
    case 7:
      return decodeProposalGroupContextExtensions
    default:
      return decodeProposalCustom(type)
  }
})

const decodeProposalOrRef: Decoder<ProposalOrRef> = flatMapDecoder(
  decodeProposalOrRefType,
  (proposalOrRefType): Decoder<ProposalOrRef> =>
    proposalOrRefType === 'proposal'
      ? mapDecoder(decodeProposal, (proposal) => ({ proposalOrRefType, proposal }))
      : mapDecoder(decodeVarLenData, (reference) => ({ proposalOrRefType, reference })),
)

const decodeCiphertext = inSequence([decodeVarLenData, decodeVarLenData], (kemOutput, ciphertext) => ({
  kemOutput,
  ciphertext,
}))

const decodeUpdatePathNode = inSequence(
  [decodeVarLenData, decodeVarLenType(decodeCiphertext)],
  (hpkePublicKey, encryptedPathSecret) => ({ hpkePublicKey, encryptedPathSecret }),
)

const decodeUpdatePath: Decoder<UpdatePath> = inSequence(
  [decodeLeafNode, decodeVarLenType(decodeUpdatePathNode)],
  (leaf, nodes) => ({ leafNode: leaf as LeafNodeCommit, nodes }),
)

const decodeCommit: Decoder<Commit> = inSequence(
  [decodeVarLenType(decodeProposalOrRef), decodeOptional(decodeUpdatePath)],
  (proposals, path) => ({ proposals, path }),
)

const decodeInfo: Decoder<FramedContentInfo> = flatMapDecoder(
  decodeContentType,
  (contentType): Decoder<FramedContentInfo> => {
    switch (contentType) {
      case 'application':
        return mapDecoder(decodeVarLenData, (applicationData) => ({ contentType, applicationData }))
      case 'proposal':
        return mapDecoder(decodeProposal, (proposal) => ({ contentType, proposal }))
      case 'commit':
        return mapDecoder(decodeCommit, (commit) => ({ contentType, commit }))
    }
  },
)

const decodeFramedContent: Decoder<FramedContent> = keepingOctets(
  inSequence(
    [decodeVarLenData, decodeUint64, decodeSender, decodeVarLenData, decodeInfo],
    (groupId, epoch, sender, authenticatedData, info) => ({ groupId, epoch, sender, authenticatedData, ...info }),
  ),
)

const decodePublicMessage: Decoder<PublicMessage> = flatMapDecoder(decodeFramedContent, (content) =>
  inSequence(
    [decodeFramedContentAuthData(content.contentType), decodePublicMessageInfo(content.sender.senderType)],
    (auth, info) => ({ ...info, content, auth }),
  ),
)

const decodeGroupContext: Decoder<GroupContext> = inSequence(
  [
    decodeVersion,
    decodeSuite,
    decodeVarLenData,
    decodeUint64,
    decodeVarLenData,
    decodeVarLenData,
    decodeVarLenType(decodeExtension),
  ],
  (version, cipherSuite, groupId, epoch, treeHash, confirmedTranscriptHash, extensions) => ({
    version,
    cipherSuite,
    groupId,
    epoch,
    treeHash,
    confirmedTranscriptHash,
    extensions,
  }),
)

const decodeGroupInfo: Decoder<GroupInfo> = inSequence(
  [decodeGroupContext, decodeVarLenType(decodeExtension), decodeVarLenData, decodeUint32, decodeVarLenData],
  (groupContext, extensions, confirmationTag, signer, signature) => ({
    groupContext,
    extensions,
    confirmationTag,
    signer,
    signature,
  }),
)

/** Everything of an MLSMessage after its version. */
export const decodeMessageContent: Decoder<MlsMessageContent> = flatMapDecoder(
  decodeWireformat,
  (wireformat): Decoder<MlsMessageContent> => {
    switch (wireformat) {
      case 'mls_public_message':
        return mapDecoder(decodePublicMessage, (publicMessage) => ({ wireformat, publicMessage }))
      case 'mls_private_message':
        return mapDecoder(decodePrivateMessage, (privateMessage) => ({ wireformat, privateMessage }))
      case 'mls_welcome':
        return mapDecoder(decodeWelcome, (welcome) => ({ wireformat, welcome }))
      case 'mls_group_info':
        return mapDecoder(decodeGroupInfo, (groupInfo) => ({ wireformat, groupInfo }))
      case 'mls_key_package':
        return mapDecoder(decodeKeyPackage, (keyPackage) => ({ wireformat, keyPackage }))
    }
  },
)

const decodeNode: Decoder<Node> = flatMapDecoder(
  decodeNodeType,
  (nodeType): Decoder<Node> =>
    nodeType === 'leaf'
      ? mapDecoder(decodeLeafNode, (leaf) => ({ nodeType, leaf }))
      : mapDecoder(decodeParentNode, (parent) => ({ nodeType, parent })),
)

/** The nodes as sent (section 12.4.3.3). */
export const decodeNodes: Decoder<RatchetTree> = decodeVarLenType(decodeOptional(decodeNode))
