// What a client may propose, said in values; turned into an MLS Proposal here and nowhere else (RFC 9420 section 12.1).

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
      readonly senders: readonly { readonly signatureKey: Uint8Array; readonly identity: Uint8Array }[]
    }
  | { readonly type: 'other'; readonly extensionType: number; readonly data: Uint8Array }

/** `keyPackage` is an MLSMessage; `extensions` replaces the whole list of the group context. */
export type ProposalValue =
  | { readonly type: 'add'; readonly keyPackage: Uint8Array }
  | { readonly type: 'update' }
  | { readonly type: 'remove'; readonly leafIndex: number }
  | { readonly type: 'group-context-extensions'; readonly extensions: readonly GroupExtension[] }
  | { readonly type: 're-init'; readonly groupId: Uint8Array; readonly extensions?: readonly GroupExtension[] }
  | { readonly type: 'external-psk'; readonly pskId: Uint8Array }
