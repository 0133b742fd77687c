// Key packages with one thing wrong: leaf and package are signed again after the change (RFC 9420 sections 7.2 and 10).
import type { Capabilities } from 'ts-mls/capabilities.js'
import type { Credential } from 'ts-mls/credential.js'
import type { CiphersuiteName } from 'ts-mls/crypto/ciphersuite.js'
import { encodeKeyPackage, type KeyPackage, signKeyPackage } from 'ts-mls/keyPackage.js'
import type { LeafNode, LeafNodeKeyPackage } from 'ts-mls/leafNode.js'
import type { OwnKeyPackage } from '../client/key-package.ts'
import { signLeaf } from '../client/sign-leaf.ts'
import { writeKeyPackage } from '../codec/message.ts'
import { suiteName } from '../codec/names.ts'
import { spoiled, trailingByte } from './bytes.ts'

export type KeyPackageFlaw =
  | {
      readonly kind: 'bad-signature' | 'bad-leaf-signature' | 'trailing-byte' | 'no-mls-message' | 'non-minimal-length'
    }
  /** Unix seconds. */
  | { readonly kind: 'lifetime'; readonly notBefore: bigint; readonly notAfter: bigint }
  /** The cipher_suite of the package; its keys stay as they are. */
  | { readonly kind: 'suite'; readonly cipherSuite: number }
  | { readonly kind: 'leaf-source'; readonly source: 'update' | 'commit' }
  | { readonly kind: 'init-key-is-encryption-key' | 'short-init-key' }
  /** The capabilities do not list the suite, the version, or the own credential type. */
  | { readonly kind: 'capabilities-without'; readonly what: 'suite' | 'version' | 'credential' }
  /** A credential of type x509 whose only certificate is these bytes. */
  | { readonly kind: 'x509-credential'; readonly certificate: Uint8Array }
  /** A leaf extension that the capabilities do not list, or one that occurs twice. */
  | { readonly kind: 'unlisted-leaf-extension' | 'repeated-leaf-extension' }

/** The package of `own` with this flaw and no other, as MLSMessage (for 'no-mls-message' the bare KeyPackage). */
export async function forgeKeyPackage(own: OwnKeyPackage, flaw: KeyPackageFlaw): Promise<Uint8Array> {
  const good = own.keyPackage
  // A leaf of another source is signed for leaf 0 of a group with an empty id, as a key package belongs to no group.
  const place = { groupId: new Uint8Array(), leafIndex: 0 }
  const signer = { suite: own.suite, key: own.signatureKey.privateKey, ...place }
  const leaf = await signLeaf(changeLeaf(own, flaw), signer)
  if (flaw.kind === 'bad-leaf-signature') leaf.signature = spoiled(leaf.signature)
  const { version, cipherSuite, initKey, extensions } = good
  const changed = changePackage({ version, cipherSuite, initKey, extensions, leafNode: leaf }, flaw)
  const signed = await signKeyPackage(changed, own.signatureKey.privateKey, own.suite.cipher.signature)
  switch (flaw.kind) {
    case 'bad-signature':
      return writeKeyPackage({ ...signed, signature: spoiled(signed.signature) })
    case 'trailing-byte':
      return trailingByte(writeKeyPackage(signed))
    case 'no-mls-message':
      return encodeKeyPackage(signed)
    case 'non-minimal-length':
      return withLongLength(writeKeyPackage(signed))
    default:
      return writeKeyPackage(signed)
  }
}

const unlistedExtension = 0xf0f0

function changeLeaf({ keyPackage, suite }: OwnKeyPackage, flaw: KeyPackageFlaw): LeafNodeKeyPackage {
  const leaf = keyPackage.leafNode
  const { capabilities } = leaf
  const listing = (change: Partial<Capabilities>) => ({ ...leaf, capabilities: { ...capabilities, ...change } })
  switch (flaw.kind) {
    case 'lifetime':
      return withLifetime(leaf, { notBefore: flaw.notBefore, notAfter: flaw.notAfter })
    case 'capabilities-without':
      if (flaw.what === 'version') return listing({ versions: [] })
      if (flaw.what === 'credential') return listing({ credentials: [] })
      return listing({ ciphersuites: capabilities.ciphersuites.filter((name) => name !== suite.cipher.name) })
    case 'x509-credential': {
      const credential: Credential = { credentialType: 'x509', certificates: [flaw.certificate] }
      return { ...listing({ credentials: ['basic', 'x509'] }), credential }
    }
    case 'unlisted-leaf-extension':
      return { ...leaf, extensions: [{ extensionType: unlistedExtension, extensionData: new Uint8Array() }] }
    case 'repeated-leaf-extension': {
      const extension = { extensionType: 'application_id' as const, extensionData: Uint8Array.of(1) }
      return { ...leaf, extensions: [extension, extension] }
    }
    case 'leaf-source':
      return withSource(leaf, flaw.source) as LeafNodeKeyPackage
    default:
      return leaf
  }
}

function withLifetime(leaf: LeafNodeKeyPackage, lifetime: { notBefore: bigint; notAfter: bigint }): LeafNodeKeyPackage {
  return { ...leaf, leafNodeSource: 'key_package', lifetime }
}

function withSource(leaf: LeafNode, source: 'update' | 'commit'): LeafNode {
  const { hpkePublicKey, signaturePublicKey, credential, capabilities, extensions, signature } = leaf
  const fields = { hpkePublicKey, signaturePublicKey, credential, capabilities, extensions, signature }
  return source === 'update'
    ? { ...fields, leafNodeSource: 'update' }
    : { ...fields, leafNodeSource: 'commit', parentHash: new Uint8Array() }
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
    default:
      return unsigned
  }
}

/** The length of the init key written in more bytes than it needs (section 2.1.2). */
function withLongLength(message: Uint8Array): Uint8Array {
  const at = 8
  const first = message[at] ?? 0
  const short = first < 0x40
  const length = short ? first : ((first & 0x3f) << 8) | (message[at + 1] ?? 0)
  const header = short ? [0x40, length] : [0x80, 0, length >> 8, length & 0xff]
  return Uint8Array.of(...message.slice(0, at), ...header, ...message.slice(at + (short ? 1 : 2)))
}
