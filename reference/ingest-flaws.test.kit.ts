// What is wrong with the key packages that are offered on every route: MLS rules one by one, and credentials that do not hold.
import { forgeKeyPackage, type KeyPackageFlaw } from '../mls/forge.ts'
import { makeKeyPackage, makeSignatureKey, type OwnKeyPackage } from '../mls/key-package.ts'
import { loadSuite } from '../mls/suite.ts'
import { createAuthority } from '../mls/x509/authority.ts'
import { unixSeconds } from './clock.ts'
import type { Federation } from './federation.test.kit.ts'
import { stream } from './trial.test.kit.ts'

/** What the flaw is in: the MLSMessage around the package, the package, or its leaf and what of it decides by which way it comes. */
type Part =
  | 'message'
  | 'package'
  | 'package version'
  | 'key to seal to'
  | 'lifetime'
  | 'leaf'
  | 'leaf key'
  | 'leaf signature'
  | 'leaf source'

export interface Flaw {
  readonly name: string
  readonly part: Part
  /** The package of a client of this domain, as it comes in; a fresh one each time. */
  spoil(world: Federation, domain: string): Promise<{ readonly own: OwnKeyPackage; readonly message: Uint8Array }>
}

const client = 'bob'
const day = 86_400n
const years = 365n * day

/** A package of the client with the credential, valid in everything else; with a good credential in that too. */
async function packageWith(world: Federation, credential: Credential): Promise<OwnKeyPackage> {
  const { random, clock } = world.at('a.example')
  const now = unixSeconds(clock)
  const lifetime = { notBefore: now - 3600n, notAfter: now + day }
  const identity = new TextEncoder().encode(client)
  return makeKeyPackage({ identity, suite: await loadSuite(1, random), lifetime, ...credential })
}

function forged(name: string, part: Part, flawAt: (now: bigint) => KeyPackageFlaw): Flaw {
  return {
    name,
    part,
    async spoil(world, domain) {
      const own = await packageWith(world, await world.identities.credential(domain, client))
      return { own, message: await forgeKeyPackage(own, flawAt(unixSeconds(world.time))) }
    },
  }
}

type Credential = Awaited<ReturnType<Federation['identities']['credential']>>

function certified(name: string, credentialOf: (world: Federation, domain: string) => Promise<Credential>): Flaw {
  return {
    name,
    part: 'leaf',
    async spoil(world, domain) {
      const own = await packageWith(world, await credentialOf(world, domain))
      return { own, message: own.message }
    },
  }
}

/** Anybody else's. */
const strangersKey = await makeSignatureKey(await loadSuite(1, stream('stranger')))
/** All zero: no point that keys can be agreed with. */
const noKey = new Uint8Array(32)

const plain = (kind: Extract<KeyPackageFlaw, Record<'kind', string>>['kind']) => () => ({ kind }) as KeyPackageFlaw

export const flaws: readonly Flaw[] = [
  forged('a byte behind the message', 'message', plain('trailing-byte')),
  forged('no MLSMessage around it', 'message', plain('no-mls-message')),
  forged('a length in more bytes than it needs', 'message', plain('non-minimal-length')),
  forged('a bad signature', 'package', plain('bad-signature')),
  forged('a signature of somebody else', 'package', () => ({ kind: 'signed-by', key: strangersKey })),
  forged('another version', 'package version', () => ({ kind: 'package-version', version: 2 })),
  forged('an extension twice', 'package', plain('repeated-extension')),
  forged('an init key that is none', 'key to seal to', () => ({ kind: 'init-key', key: noKey })),
  forged('an encryption key that is none', 'leaf key', () => ({ kind: 'encryption-key', key: noKey })),
  forged('a leaf signature of somebody else', 'leaf signature', () => ({ kind: 'leaf-signed-by', key: strangersKey })),
  forged('another suite', 'package', () => ({ kind: 'suite', cipherSuite: 3 })),
  forged('an init key that is the encryption key', 'package', plain('init-key-is-encryption-key')),
  forged('an init key that is too short', 'key to seal to', plain('short-init-key')),
  forged('a lifetime that is over', 'lifetime', (now) => ({
    kind: 'lifetime',
    notBefore: now - day,
    notAfter: now - 1n,
  })),
  forged('a lifetime to come', 'lifetime', (now) => ({ kind: 'lifetime', notBefore: now + 1n, notAfter: now + day })),
  forged('a lifetime of three years', 'lifetime', (now) => ({
    kind: 'lifetime',
    notBefore: now - day,
    notAfter: now + 3n * years,
  })),
  forged('a lifetime for ever', 'lifetime', () => ({ kind: 'lifetime', notBefore: 0n, notAfter: 2n ** 64n - 1n })),
  forged('a leaf signature that is bad', 'leaf signature', plain('bad-leaf-signature')),
  forged('a leaf of an Update', 'leaf source', () => ({ kind: 'leaf-source', source: 'update' })),
  forged('a leaf of a commit', 'leaf source', () => ({ kind: 'leaf-source', source: 'commit' })),
  forged('no support of the suite', 'leaf', () => ({ kind: 'capabilities-without', what: 'suite' })),
  forged('no support of the version', 'leaf', () => ({ kind: 'capabilities-without', what: 'version' })),
  forged('no support of its own credential', 'leaf', () => ({ kind: 'capabilities-without', what: 'credential' })),
  forged('a leaf extension that it does not list', 'leaf', plain('unlisted-leaf-extension')),
  forged('a leaf extension twice', 'leaf', plain('repeated-leaf-extension')),
  forged('a certificate that is none', 'leaf', () => ({ kind: 'x509-credential', certificate: Uint8Array.of(1, 2) })),
  certified('a certificate that has expired', ({ identities, time }, domain) => {
    const now = unixSeconds(time)
    return identities.credential(domain, client, { notBefore: now - day, notAfter: now - 1n })
  }),
  certified('a certificate for another key', async ({ identities }, domain) => ({
    ...(await identities.credential(domain, client)),
    signatureKey: await makeSignatureKey(await loadSuite(1, stream('another key'))),
  })),
  certified('certificates in the wrong order', async ({ identities }, domain) => {
    const good = await identities.credential(domain, client)
    return { ...good, certificates: good.certificates.toReversed() }
  }),
  certified('certificates with a gap', async ({ identities }, domain) => {
    const good = await identities.credential(domain, client)
    return { ...good, certificates: good.certificates.slice(0, 1) }
  }),
  certified('certificates of an authority of its own', async ({ time }, domain) => {
    const random = stream('stranger')
    const root = await createAuthority({ subject: `root of ${domain}`, random, now: unixSeconds(time) })
    const authority = await root.createSubordinate({ subject: domain })
    const signatureKey = await makeSignatureKey(await loadSuite(1, random))
    const publicKey = { signatureKey: signatureKey.publicKey, cipherSuite: 1 }
    return {
      certificates: [await authority.issue({ subject: client, publicKey }), authority.certificate],
      signatureKey,
    }
  }),
  certified('a common name that may not be in a handle', async ({ identities }, domain) =>
    identities.credential(domain, 'b/ob'),
  ),
]

/** The nearest package without a flaw. */
export const twin: Flaw = {
  ...certified('nothing wrong', ({ identities }, domain) => identities.credential(domain, client)),
  part: 'message',
}
