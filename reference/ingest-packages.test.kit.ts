// What can be wrong with a key package, its leaf included, and such packages of a client as they are offered to a gateway.
import { forgeKeyPackage, type KeyPackageFlaw, type LeafFlaw } from '../mls/forge.ts'
import { makeKeyPackage, type OwnKeyPackage, type SignatureKey } from '../mls/key-package.ts'
import { loadSuite } from '../mls/suite.ts'
import type { Federation } from './federation.test.kit.ts'
import { type CasesOf, day, listed, noKey, nowIn, type PackageCase, plain } from './ingest-cases.test.kit.ts'
import { leafCases, strangersKey } from './ingest-leaves.test.kit.ts'

type OwnFlaw = Exclude<KeyPackageFlaw, LeafFlaw>

const byKind: CasesOf<OwnFlaw> = {
  'trailing-byte': [plain('a byte behind the message', 'FR-02', 'message')],
  'no-mls-message': [plain('no MLSMessage around it', 'FR-02', 'message')],
  'non-minimal-length': [plain('a length in more bytes than it needs', 'FR-02', 'message')],
  'bad-signature': [plain('a bad signature', 'KP-B3')],
  'signed-by': [{ ...plain('a signature of somebody else', 'KP-B3'), make: () => ({ key: strangersKey }) }],
  'package-version': [{ ...plain('another version', 'KP-B1'), make: () => ({ version: 2 }) }],
  suite: [{ ...plain('another suite', 'KP-B1'), make: () => ({ cipherSuite: 3 }) }],
  'repeated-extension': [plain('an extension twice', 'LN-14')],
  'init-key-is-encryption-key': [plain('an init key that is the encryption key', 'KP-B4')],
  'short-init-key': [plain('an init key that is too short', 'KP-B5', 'init key')],
  'init-key': [{ ...plain('an init key that is none', 'KP-B5', 'init key'), make: () => ({ key: noKey }) }],
}

export const packageCases: readonly PackageCase[] = [...listed<OwnFlaw>(byKind), ...leafCases]

/** A key package as it comes in, and what its owner keeps. */
export interface Offered {
  readonly own: OwnKeyPackage
  /** MLSMessage with the package as it was spoilt. */
  readonly message: Uint8Array
  /** The key in its leaf. */
  readonly key: SignatureKey
  /** Whether a Welcome can be sealed to its init key. */
  readonly isSealable: boolean
}

/** A fresh package of the client of a domain, spoilt as the case says. */
export async function offeredBy(
  world: Federation,
  { domain, client }: { readonly domain: string; readonly client: string },
  spoilt: PackageCase,
): Promise<Offered> {
  const suite = await loadSuite(1, world.at('a.example').random)
  const now = nowIn(world)
  const lifetime = { notBefore: now - 3600n, notAfter: now + day }
  const identity = new TextEncoder().encode(client)
  const credential = await world.identities.credential(domain, client)
  const own = await makeKeyPackage({ identity, suite, lifetime, ...credential })
  const flaw = await spoilt.make(world, { domain, client, key: own.signatureKey })
  const key = flaw.kind === 'signature-key' ? flaw.key : own.signatureKey
  return { own, message: await forgeKeyPackage(own, flaw), key, isSealable: spoilt.in !== 'init key' }
}
