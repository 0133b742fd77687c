// Leaf nodes, and what names versions and suites, as RFC 9420 writes them: code points that ts-mls does not know stay readable.
import type { Capabilities } from 'ts-mls/capabilities.js'
import { decodeUint16 } from 'ts-mls/codec/number.js'
import { type Decoder, mapDecoder } from 'ts-mls/codec/tlsDecoder.js'
import { decodeVarLenData, decodeVarLenType } from 'ts-mls/codec/variableLength.js'
import { decodeCredential } from 'ts-mls/credential.js'
import type { CiphersuiteName } from 'ts-mls/crypto/ciphersuite.js'
import { decodeLeafNodeInfoOmitted, type LeafNode } from 'ts-mls/leafNode.js'
import type { ProtocolVersionName } from 'ts-mls/protocolVersion.js'
import { credentialName, suiteName, versionName } from './names.ts'
import { keepingOctets } from './octets.ts'
import { inSequence } from './sequence.ts'

/** Any version (ts-mls refuses whole leaves for one it does not know: B13). */
export const decodeVersion: Decoder<ProtocolVersionName> = mapDecoder(decodeUint16, versionName)

export const decodeSuite: Decoder<CiphersuiteName> = mapDecoder(decodeUint16, suiteName)

/** Unknown values are kept, to be ignored by whoever looks for others (section 7.2). */
const decodeCapabilities: Decoder<Capabilities> = inSequence(
  [
    decodeVarLenType(decodeVersion),
    decodeVarLenType(decodeSuite),
    decodeVarLenType(decodeUint16),
    decodeVarLenType(decodeUint16),
    decodeVarLenType(mapDecoder(decodeUint16, credentialName)),
  ],
  (versions, ciphersuites, extensions, proposals, credentials) => ({
    versions,
    ciphersuites,
    extensions,
    proposals,
    credentials,
  }),
)

export const decodeLeafNode: Decoder<LeafNode> = keepingOctets(
  inSequence(
    [
      decodeVarLenData,
      decodeVarLenData,
      decodeCredential,
      decodeCapabilities,
      decodeLeafNodeInfoOmitted,
      decodeVarLenData,
    ],
    (hpkePublicKey, signaturePublicKey, credential, capabilities, info, signature) => ({
      hpkePublicKey,
      signaturePublicKey,
      credential,
      capabilities,
      ...info,
      signature,
    }),
  ),
)
