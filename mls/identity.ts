// What a leaf says about its client, and the rules an identity provider lays on it (RFC 9420 section 5.3).

/** The identity-bearing parts of a leaf node; `credentialType` is the RFC 9420 code point (1 basic, 2 x509). */
export interface LeafIdentity {
  readonly signatureKey: Uint8Array
  readonly credentialType: number
  readonly basicIdentity?: Uint8Array
  readonly certificates?: readonly Uint8Array[]
}

/** One extension as it stands on the wire: code point and opaque data. */
export interface Extension {
  readonly type: number
  readonly data: Uint8Array
}

/** An identity provider as the public side sees it (the Authentication Service of RFC 9420 section 5.3.1). */
export interface IdentityRules {
  /** Code points of the credential types this provider accepts. */
  readonly supportedCredentials: readonly number[]
  /** Returns if the identity is valid in a group with these extensions; throws an MlsRejection otherwise. */
  validate(identity: LeafIdentity, groupContextExtensions: readonly Extension[]): void | Promise<void>
  /** The bytes that identify the client; equal handles are one client. */
  clientHandle(identity: LeafIdentity): Uint8Array
  /** Whether `successor` may take the place of `predecessor` (Update, resync by external commit). */
  validSuccessor(predecessor: LeafIdentity, successor: LeafIdentity): boolean
}
