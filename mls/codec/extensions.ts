// Payloads of the extensions MLS itself defines, as RFC 9420 writes them; ts-mls gets two of them wrong (B4, B9).

import { encode } from 'ts-mls/codec/tlsEncoder.js'
import {
  decodeVarLenData,
  decodeVarLenType,
  varLenDataEncoder,
  varLenTypeEncoder,
} from 'ts-mls/codec/variableLength.js'
import type { Extension, ExtensionType } from 'ts-mls/extension.js'
import { decodeExternalSender, type ExternalSender, externalSenderEncoder } from 'ts-mls/externalSender.js'
import {
  decodeRequiredCapabilities,
  encodeRequiredCapabilities,
  type RequiredCapabilities,
  requiredCapabilitiesEncoder,
} from 'ts-mls/requiredCapabilities.js'
import { type Codec, decodeWhole } from './tls.ts'

/** ExternalPub: one HPKEPublicKey, which is a vector and so carries its length (RFC 9420 section 12.4.3.2; ts-mls omits it: B4). */
const externalPub: Codec<Uint8Array> = { what: 'ExternalPub', decode: decodeVarLenData, encode: varLenDataEncoder }

/** A vector of ExternalSender (RFC 9420 section 12.1.8.1; ts-mls codes a single one: B9). */
const externalSenders: Codec<ExternalSender[]> = {
  what: 'external_senders',
  decode: decodeVarLenType(decodeExternalSender),
  encode: varLenTypeEncoder(externalSenderEncoder),
}

const requiredCapabilities: Codec<RequiredCapabilities> = {
  what: 'RequiredCapabilities',
  decode: decodeRequiredCapabilities,
  encode: requiredCapabilitiesEncoder,
}

export function findExtension(extensions: readonly Extension[], type: ExtensionType): Extension | undefined {
  return extensions.find((extension) => extension.extensionType === type)
}

export function externalPubExtension(key: Uint8Array): Extension {
  return { extensionType: 'external_pub', extensionData: encode(externalPub.encode)(key) }
}

/** The external_pub key among these extensions; undefined when there is none. Throws MlsRejection('malformed'). */
export function readExternalPub(extensions: readonly Extension[]): Uint8Array | undefined {
  const found = findExtension(extensions, 'external_pub')
  return found === undefined ? undefined : decodeWhole(externalPub, found.extensionData)
}

export function externalSendersExtension(senders: readonly ExternalSender[]): Extension {
  return { extensionType: 'external_senders', extensionData: encode(externalSenders.encode)([...senders]) }
}

/** The external senders a group context allows, empty when it has no such extension. Throws MlsRejection('malformed'). */
export function readExternalSenders(extensions: readonly Extension[]): readonly ExternalSender[] {
  const found = findExtension(extensions, 'external_senders')
  return found === undefined ? [] : decodeWhole(externalSenders, found.extensionData)
}

export function requiredCapabilitiesExtension(required: RequiredCapabilities): Extension {
  return { extensionType: 'required_capabilities', extensionData: encodeRequiredCapabilities(required) }
}

/** What every member must support; undefined when nothing is required. Throws MlsRejection('malformed'). */
export function readRequiredCapabilities(extensions: readonly Extension[]): RequiredCapabilities | undefined {
  const found = findExtension(extensions, 'required_capabilities')
  return found === undefined ? undefined : decodeWhole(requiredCapabilities, found.extensionData)
}
