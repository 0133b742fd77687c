// Key packages with one thing wrong: leaf and package are signed again after the change (RFC 9420 sections 7.2 and 10).
import type { CiphersuiteName } from 'ts-mls/crypto/ciphersuite.js'
import { encodeKeyPackage, type KeyPackage, makeKeyPackageRef, signKeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNodeKeyPackage } from 'ts-mls/leafNode.js'
import { lastResortExtension } from '../client/capabilities.ts'
import type { OwnKeyPackage, SignatureKey } from '../client/key-package.ts'
import { readMessage, writeKeyPackage } from '../codec/message.ts'
import { suiteName, versionName } from '../codec/names.ts'
import { longLength, spoiled, trailingByte } from './bytes.ts'
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
  const signed = await signKeyPackage(changePackage(unsigned, flaw), signer.privateKey, suite.cipher.signature)
  switch (flaw.kind) {
    case 'bad-signature':
      return writeKeyPackage({ ...signed, signature: spoiled(signed.signature) })
    case 'trailing-byte':
      return trailingByte(writeKeyPackage(signed))
    case 'no-mls-message':
      return encodeKeyPackage(signed)
    case 'non-minimal-length':
      return longLength(writeKeyPackage(signed), lengthOfInitKey)
    default:
      return writeKeyPackage(signed)
  }
}

/** The package of a client whose leaf has these marks as well, which are no flaws: it can be used like any other. */
export async function markKeyPackage(own: OwnKeyPackage, marks: readonly LeafFlaw[]): Promise<OwnKeyPackage> {
  let marked = own
  for (const mark of marks) {
    const message = await forgeKeyPackage(marked, mark)
    const { keyPackage } = readMessage(message, 'mls_key_package')
    marked = { ...marked, message, keyPackage, ref: await makeKeyPackageRef(keyPackage, own.suite.cipher.hash) }
  }
  return marked
}

function changePackage(unsigned: Omit<KeyPackage, 'signature'>, flaw: KeyPackageFlaw): Omit<KeyPackage, 'signature'> {
  const { leafNode, initKey } = unsigned
  switch (flaw.kind) {
    case 'package-version':
      return { ...unsigned, version: versionName(flaw.version) }
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
