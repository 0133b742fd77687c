// A client's own key package: the public message and the private keys that belong to it (RFC 9420 section 10).
import {
  generateKeyPackageWithKey,
  type KeyPackage,
  makeKeyPackageRef,
  type PrivateKeyPackage,
} from 'ts-mls/keyPackage.js'
import { writeKeyPackage } from '../codec/message.ts'
import type { Suite } from '../suite.ts'
import { lastResortExtension, ownCapabilities, type Support } from './capabilities.ts'

export interface SignatureKey {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

/** Unix seconds, both ends inclusive. */
interface Lifetime {
  readonly notBefore: bigint
  readonly notAfter: bigint
}

interface KeyPackageOptions {
  /** Identity bytes of the basic credential; with certificates, the client they name. */
  readonly identity: Uint8Array
  /** An X.509 credential in place of the basic one: DER, the certificate of `signatureKey` first (section 5.3). */
  readonly certificates?: readonly Uint8Array[]
  readonly suite: Suite
  readonly lifetime: Lifetime
  /** Default: a fresh one. */
  readonly signatureKey?: SignatureKey
  /** Marks the package with the last_resort extension. Default false. */
  readonly lastResort?: boolean
  readonly supports?: Support
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

/** A fresh signature key pair; P-256 and P-384 keys are uncompressed points (ts-mls compresses them: B8). */
export async function makeSignatureKey(suite: Suite): Promise<SignatureKey> {
  const { publicKey, signKey } = await suite.cipher.signature.keygen()
  return { publicKey, privateKey: signKey }
}

/** A fresh key package with a basic credential, or with an X.509 one where there are certificates. */
export async function makeKeyPackage(options: KeyPackageOptions): Promise<OwnKeyPackage> {
  const { identity, certificates, suite, lifetime } = options
  const signatureKey = options.signatureKey ?? (await makeSignatureKey(suite))
  const extensions =
    options.lastResort === true ? [{ extensionType: lastResortExtension, extensionData: new Uint8Array() }] : []
  const { publicPackage, privatePackage } = await generateKeyPackageWithKey(
    certificates ? { credentialType: 'x509', certificates: [...certificates] } : { credentialType: 'basic', identity },
    ownCapabilities(suite, certificates ? ['basic', 'x509'] : ['basic'], options.supports),
    { ...lifetime },
    extensions,
    { publicKey: signatureKey.publicKey, signKey: signatureKey.privateKey },
    suite.cipher,
  )
  return {
    message: writeKeyPackage(publicPackage),
    ref: await makeKeyPackageRef(publicPackage, suite.cipher.hash),
    identity,
    suite,
    signatureKey,
    keyPackage: publicPackage,
    privateKeys: privatePackage,
  }
}

/** The key (HPKE) that the Welcome for this package is encrypted to. */
export function initKeyOf({ keyPackage }: OwnKeyPackage): Uint8Array {
  return keyPackage.initKey
}
