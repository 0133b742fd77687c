// A client's own key package: the public message and the private keys that belong to it (RFC 9420 section 10).
import type { KeyPackage, PrivateKeyPackage } from 'ts-mls/keyPackage.js'
import type { Suite } from '../suite.ts'

export interface SignatureKey {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

export interface KeyPackageOptions {
  /** Identity bytes of the basic credential. */
  readonly identity: Uint8Array
  readonly suite: Suite
  /** Unix seconds, both ends inclusive. */
  readonly lifetime: { readonly notBefore: bigint; readonly notAfter: bigint }
  /** Default: a fresh one. */
  readonly signatureKey?: SignatureKey
  /** Marks the package with the last_resort extension. Default false. */
  readonly lastResort?: boolean
}

export interface OwnKeyPackage {
  /** MLSMessage with the KeyPackage. */
  readonly message: Uint8Array
  /** KeyPackageRef (RFC 9420 section 5.2). */
  readonly ref: Uint8Array
  readonly identity: Uint8Array
  readonly suite: Suite
  readonly signatureKey: SignatureKey
  /** Opaque outside mls/. */
  readonly keyPackage: KeyPackage
  /** Opaque outside mls/. */
  readonly privateKeys: PrivateKeyPackage
}

export async function makeSignatureKey(_suite: Suite): Promise<SignatureKey> {
  throw new Error('in work')
}

export async function makeKeyPackage(_options: KeyPackageOptions): Promise<OwnKeyPackage> {
  throw new Error('in work')
}
