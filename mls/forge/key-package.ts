// Key packages with one thing wrong: leaf and package are signed again after the change (RFC 9420 sections 7.2 and 10).
import type { CiphersuiteName } from 'ts-mls/crypto/ciphersuite.js'
import { signWithLabel } from 'ts-mls/crypto/signature.js'
import { encodeKeyPackage, encodeKeyPackageTBS, type KeyPackage, signKeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNodeKeyPackage } from 'ts-mls/leafNode.js'
import { lastResortExtension } from '../client/capabilities.ts'
import type { OwnKeyPackage, SignatureKey } from '../client/key-package.ts'
import { writeKeyPackage } from '../codec/message.ts'
import { suiteName } from '../codec/names.ts'
import { longLength, spoiled, trailingByte, withVersion } from './bytes.ts'
import { forgeLeaf, type LeafFlaw } from './leaf.ts'

/** Where an MLSMessage with a KeyPackage says how long the init key is. */
const lengthOfInitKey = 8

export type KeyPackageFlaw =
  | LeafFlaw
  | { readonly kind: 'bad-signature' | 'trailing-byte' | 'no-mls-message' | 'non-minimal-length' }
  /** The package is signed by this key, its leaf by the client's. */
  | { readonly kind: 'signed-by'; readonly key: SignatureKey }
  /** The version in the package itself, not that of the MLSMessage around it. */
  | { readonly kind: 'package-version'; readonly version: number }
  /** The cipher_suite of the package; its keys stay as they are. */
  | { readonly kind: 'suite'; readonly cipherSuite: number }
  | { readonly kind: 'init-key-is-encryption-key' | 'short-init-key' | 'repeated-extension' }
  | { readonly kind: 'init-key'; readonly key: Uint8Array }

/** The package of `own` with this flaw and no other, as MLSMessage (for 'no-mls-message' the bare KeyPackage). */
export async function forgeKeyPackage(own: OwnKeyPackage, flaw: KeyPackageFlaw): Promise<Uint8Array> {
  const { keyPackage, suite, signatureKey } = own
  // A leaf of another source is signed for leaf 0 of a group with an empty id, as a key package belongs to no group.
  const place = { groupId: new Uint8Array(), leafIndex: 0 }
  const leaf = await forgeLeaf(keyPackage.leafNode, flaw, { suite, key: signatureKey.privateKey, ...place })
  const { version, cipherSuite, initKey, extensions } = keyPackage
  const unsigned = { version, cipherSuite, initKey, extensions, leafNode: leaf as LeafNodeKeyPackage }
  // Whoever has another signature key signs the package with it, too.
  const signer = flaw.kind === 'signed-by' || flaw.kind === 'signature-key' ? flaw.key : signatureKey
  const signed = await signPackage(own, changePackage(unsigned, flaw), { flaw, key: signer.privateKey })
  switch (flaw.kind) {
    case 'bad-signature':
      return writeKeyPackage({ ...signed, signature: spoiled(signed.signature) })
    case 'trailing-byte':
      return trailingByte(writeKeyPackage(signed))
    case 'no-mls-message':
      return encodeKeyPackage(signed)
    case 'non-minimal-length':
      return longLength(writeKeyPackage(signed), lengthOfInitKey)
    case 'package-version':
      return withPackageVersion(writeKeyPackage(signed), flaw.version)
    default:
      return writeKeyPackage(signed)
  }
}

/** ts-mls has no name for another version, so that its code point is put into the bytes that are signed. */
async function signPackage(
  { suite }: OwnKeyPackage,
  unsigned: Omit<KeyPackage, 'signature'>,
  { flaw, key }: { readonly flaw: KeyPackageFlaw; readonly key: Uint8Array },
): Promise<KeyPackage> {
  const { signature } = suite.cipher
  if (flaw.kind !== 'package-version') return signKeyPackage(unsigned, key, signature)
  const content = withVersion(encodeKeyPackageTBS(unsigned), flaw.version)
  return { ...unsigned, signature: await signWithLabel(key, 'KeyPackageTBS', content, signature) }
}

function withPackageVersion(message: Uint8Array, version: number): Uint8Array {
  const at = 4
  return Uint8Array.of(...message.subarray(0, at), ...withVersion(message.subarray(at), version))
}

function changePackage(unsigned: Omit<KeyPackage, 'signature'>, flaw: KeyPackageFlaw): Omit<KeyPackage, 'signature'> {
  const { leafNode, initKey } = unsigned
  switch (flaw.kind) {
    case 'suite':
      return { ...unsigned, cipherSuite: suiteName(flaw.cipherSuite) as CiphersuiteName }
    case 'init-key-is-encryption-key':
      return { ...unsigned, initKey: leafNode.hpkePublicKey }
    case 'short-init-key':
      return { ...unsigned, initKey: initKey.slice(1) }
    case 'init-key':
      return { ...unsigned, initKey: flaw.key }
    case 'repeated-extension': {
      const extension = { extensionType: lastResortExtension, extensionData: new Uint8Array() }
      return { ...unsigned, extensions: [extension, extension] }
    }
    default:
      return unsigned
  }
}
