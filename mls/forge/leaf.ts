// What can be different in a leaf node, wherever it comes in: it is signed again after the change (RFC 9420 sections 7.2 and 7.3).
import type { Capabilities } from 'ts-mls/capabilities.js'
import type { Credential } from 'ts-mls/credential.js'
import type { LeafNode } from 'ts-mls/leafNode.js'
import type { SignatureKey } from '../client/key-package.ts'
import { asUpdateLeaf } from '../client/propose.ts'
import { type LeafSigner, signLeaf } from '../client/sign-leaf.ts'
import { credentialName, suiteName } from '../codec/names.ts'
import { spoiled } from './bytes.ts'

export type LeafFlaw =
  | { readonly kind: 'bad-leaf-signature' }
  /** Signed for another group or another leaf; a leaf of a key package is signed for no place. */
  | { readonly kind: 'leaf-signed-for'; readonly groupId?: Uint8Array; readonly leafIndex?: number }
  /** Signed by this key, which is not the one in the leaf. */
  | { readonly kind: 'leaf-signed-by'; readonly key: SignatureKey }
  | { readonly kind: 'leaf-source'; readonly source: 'update' | 'commit' }
  /** A leaf of source key_package with this lifetime, in Unix seconds. */
  | { readonly kind: 'lifetime'; readonly notBefore: bigint; readonly notAfter: bigint }
  /** The capabilities do not list the suite, the version, or the own credential type. */
  | { readonly kind: 'capabilities-without'; readonly what: 'suite' | 'version' | 'credential' }
  /** The capabilities do not list this extension, proposal or credential type any more. */
  | { readonly kind: 'capabilities-without-type'; readonly of: ListedTypes; readonly type: number }
  /** The capabilities list these code points as well. */
  | ({ readonly kind: 'capabilities-with'; readonly suites?: readonly number[] } & {
      readonly [Of in ListedTypes]?: readonly number[]
    })
  /** A credential of type x509 with these certificates (DER, or what is none); the signature key stays. */
  | { readonly kind: 'x509-credential'; readonly certificates: readonly Uint8Array[] }
  /** A leaf extension that the capabilities do not list, or one that occurs twice. */
  | { readonly kind: 'unlisted-leaf-extension' | 'repeated-leaf-extension' }
  /** A leaf extension that the capabilities do list. */
  | { readonly kind: 'listed-leaf-extension'; readonly extensionType: number }
  | { readonly kind: 'encryption-key'; readonly key: Uint8Array }
  /** The leaf has this signature key and is signed by it; what it comes in is signed as before. */
  | { readonly kind: 'signature-key'; readonly key: SignatureKey }

type ListedTypes = 'extensions' | 'proposals' | 'credentials'

const kinds: Readonly<Record<LeafFlaw['kind'], true>> = {
  'bad-leaf-signature': true,
  'leaf-signed-for': true,
  'leaf-signed-by': true,
  'leaf-source': true,
  lifetime: true,
  'encryption-key': true,
  'capabilities-without': true,
  'capabilities-without-type': true,
  'capabilities-with': true,
  'x509-credential': true,
  'signature-key': true,
  'unlisted-leaf-extension': true,
  'repeated-leaf-extension': true,
  'listed-leaf-extension': true,
}

function isLeafFlaw(flaw: { readonly kind: string }): flaw is LeafFlaw {
  return flaw.kind in kinds
}

/** The leaf with this flaw and no other, signed for the signer's place; signed as it is where the flaw is none of a leaf. */
export async function forgeLeaf(
  leaf: LeafNode,
  flaw: LeafFlaw | { readonly kind: string },
  signer: LeafSigner,
): Promise<LeafNode> {
  if (!isLeafFlaw(flaw)) return signLeaf(leaf, signer)
  const signed = await signLeaf(changed(leaf, flaw, signer), signerFor(flaw, signer))
  return flaw.kind === 'bad-leaf-signature' ? { ...signed, signature: spoiled(signed.signature) } : signed
}

function signerFor(flaw: LeafFlaw, signer: LeafSigner): LeafSigner {
  const { groupId, leafIndex } = signer
  switch (flaw.kind) {
    case 'leaf-signed-for':
      return { ...signer, groupId: flaw.groupId ?? groupId, leafIndex: flaw.leafIndex ?? leafIndex }
    case 'leaf-signed-by':
    case 'signature-key':
      return { ...signer, key: flaw.key.privateKey }
    default:
      return signer
  }
}

const unlistedExtension = 0xf0f0

function changed(leaf: LeafNode, flaw: LeafFlaw, { suite }: LeafSigner): LeafNode {
  const listing = (change: Partial<Capabilities>) => ({ ...leaf, capabilities: { ...leaf.capabilities, ...change } })
  const { capabilities } = leaf
  switch (flaw.kind) {
    case 'leaf-source':
      return flaw.source === 'update'
        ? asUpdateLeaf(leaf)
        : { ...asUpdateLeaf(leaf), leafNodeSource: 'commit', parentHash: new Uint8Array() }
    case 'lifetime': {
      const { notBefore, notAfter } = flaw
      return { ...asUpdateLeaf(leaf), leafNodeSource: 'key_package', lifetime: { notBefore, notAfter } }
    }
    case 'capabilities-without':
      if (flaw.what === 'version') return listing({ versions: [] })
      if (flaw.what === 'credential') return listing({ credentials: [] })
      return listing({ ciphersuites: capabilities.ciphersuites.filter((name) => name !== suite.cipher.name) })
    case 'capabilities-without-type':
      return listing(without(capabilities, flaw))
    case 'capabilities-with':
      return listing(withMore(capabilities, flaw))
    case 'x509-credential': {
      const credential: Credential = { credentialType: 'x509', certificates: [...flaw.certificates] }
      return { ...listing({ credentials: ['basic', 'x509'] }), credential }
    }
    case 'unlisted-leaf-extension':
      return { ...leaf, extensions: [{ extensionType: unlistedExtension, extensionData: new Uint8Array() }] }
    case 'repeated-leaf-extension': {
      const extension = { extensionType: 'application_id' as const, extensionData: Uint8Array.of(1) }
      return { ...leaf, extensions: [extension, extension] }
    }
    case 'listed-leaf-extension': {
      const { extensionType } = flaw
      const extensions = [...capabilities.extensions, extensionType]
      return { ...listing({ extensions }), extensions: [{ extensionType, extensionData: Uint8Array.of(1, 2) }] }
    }
    case 'encryption-key':
      return { ...leaf, hpkePublicKey: flaw.key }
    case 'signature-key':
      return { ...leaf, signaturePublicKey: flaw.key.publicKey }
    default:
      return leaf
  }
}

function without(
  { extensions, proposals, credentials }: Capabilities,
  { of, type }: Extract<LeafFlaw, { kind: 'capabilities-without-type' }>,
): Partial<Capabilities> {
  switch (of) {
    case 'extensions':
      return { extensions: extensions.filter((listed) => listed !== type) }
    case 'proposals':
      return { proposals: proposals.filter((listed) => listed !== type) }
    case 'credentials':
      return { credentials: credentials.filter((listed) => listed !== credentialName(type)) }
  }
}

function withMore(
  capabilities: Capabilities,
  { suites = [], extensions = [], proposals = [], credentials = [] }: Extract<LeafFlaw, { kind: 'capabilities-with' }>,
): Partial<Capabilities> {
  return {
    ciphersuites: [...capabilities.ciphersuites, ...suites.map(suiteName)],
    extensions: [...capabilities.extensions, ...extensions],
    proposals: [...capabilities.proposals, ...proposals],
    credentials: [...capabilities.credentials, ...credentials.map(credentialName)],
  }
}
