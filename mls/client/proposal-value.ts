// What a client may propose, said in values; turned into an MLS Proposal here and nowhere else (RFC 9420 section 12.1).
import type { Extension } from 'ts-mls/extension.js'
import type { Proposal } from 'ts-mls/proposal.js'
import { externalSendersExtension, requiredCapabilitiesExtension } from '../codec/extensions.ts'
import { readMessage } from '../codec/message.ts'
import { credentialName, extensionName, versionName } from '../codec/names.ts'
import type { Suite } from '../suite.ts'

/** An external sender that a group lists, with a Basic credential or certificates in DER. */
type GroupSender = { readonly signatureKey: Uint8Array } & (
  | { readonly identity: Uint8Array }
  | { readonly certificates: readonly Uint8Array[] }
)

/** A group-context extension by meaning; `other` carries code point and data as they go on the wire. */
export type GroupExtension =
  | {
      readonly type: 'required-capabilities'
      readonly extensionTypes?: readonly number[]
      readonly proposalTypes?: readonly number[]
      readonly credentialTypes?: readonly number[]
    }
  | {
      readonly type: 'external-senders'
      readonly senders: readonly GroupSender[]
    }
  | { readonly type: 'other'; readonly extensionType: number; readonly data: Uint8Array }

/**
 * `keyPackage` is an MLSMessage; `extensions` replaces the whole list of the group context; `update` makes a fresh leaf. A PSK
 * gets a fresh nonce of the right length where none is given. `custom` is of a type that RFC 9420 does not define.
 */
export type ProposalValue =
  | { readonly type: 'add'; readonly keyPackage: Uint8Array }
  | { readonly type: 'update' }
  | { readonly type: 'remove'; readonly leafIndex: number }
  | { readonly type: 'group-context-extensions'; readonly extensions: readonly GroupExtension[] }
  | {
      readonly type: 're-init'
      readonly groupId: Uint8Array
      readonly extensions?: readonly GroupExtension[]
      /** Default 1, which is mls10. */
      readonly version?: number
    }
  | { readonly type: 'external-psk'; readonly pskId: Uint8Array; readonly nonce?: Uint8Array }
  | {
      readonly type: 'resumption-psk'
      readonly usage: 'application' | 'reinit' | 'branch'
      readonly groupId: Uint8Array
      readonly epoch: bigint
    }
  | { readonly type: 'external-init'; readonly kemOutput: Uint8Array }
  | { readonly type: 'custom'; readonly proposalType: number; readonly data: Uint8Array }

/** The Proposal of every value but `update`, which needs the member's keys. */
export function toProposal(value: Exclude<ProposalValue, { type: 'update' }>, suite: Suite): Proposal {
  switch (value.type) {
    case 'add': {
      const { keyPackage } = readMessage(value.keyPackage, 'mls_key_package')
      return { proposalType: 'add', add: { keyPackage } }
    }
    case 'remove':
      return { proposalType: 'remove', remove: { removed: value.leafIndex } }
    case 'group-context-extensions':
      return {
        proposalType: 'group_context_extensions',
        groupContextExtensions: { extensions: value.extensions.map(toExtension) },
      }
    case 're-init': {
      const extensions = (value.extensions ?? []).map(toExtension)
      const version = versionName(value.version ?? 1)
      const reinit = { groupId: value.groupId, version, cipherSuite: suite.cipher.name, extensions }
      return { proposalType: 'reinit', reinit }
    }
    case 'external-psk': {
      const pskNonce = value.nonce ?? suite.random(suite.hashing.size)
      return { proposalType: 'psk', psk: { preSharedKeyId: { psktype: 'external', pskId: value.pskId, pskNonce } } }
    }
    case 'resumption-psk': {
      const { usage, groupId: pskGroupId, epoch: pskEpoch } = value
      const pskNonce = suite.random(suite.hashing.size)
      const preSharedKeyId = { psktype: 'resumption' as const, usage, pskGroupId, pskEpoch, pskNonce }
      return { proposalType: 'psk', psk: { preSharedKeyId } }
    }
    case 'external-init':
      return { proposalType: 'external_init', externalInit: { kemOutput: value.kemOutput } }
    case 'custom':
      return { proposalType: value.proposalType, proposalData: value.data }
  }
}

export function toExtension(extension: GroupExtension): Extension {
  switch (extension.type) {
    case 'required-capabilities':
      return requiredCapabilitiesExtension({
        extensionTypes: [...(extension.extensionTypes ?? [])],
        proposalTypes: [...(extension.proposalTypes ?? [])],
        credentialTypes: (extension.credentialTypes ?? []).map(credentialName),
      })
    case 'external-senders':
      return externalSendersExtension(
        extension.senders.map(({ signatureKey, ...known }) => ({
          signaturePublicKey: signatureKey,
          credential:
            'identity' in known
              ? { credentialType: 'basic', identity: known.identity }
              : { credentialType: 'x509', certificates: [...known.certificates] },
        })),
      )
    case 'other':
      return { extensionType: extensionName(extension.extensionType), extensionData: extension.data }
  }
}
