// What can be wrong with a leaf, in a key package or made for its place in a group: MLS rules one by one, and credentials that
// do not hold.
import type { LeafFlaw } from '../mls/forge.ts'
import { makeSignatureKey } from '../mls/key-package.ts'
import { loadSuite } from '../mls/suite.ts'
import { createAuthority } from '../mls/x509/authority.ts'
import type { Federation } from './federation.test.kit.ts'
import { type Bearer, type CasesOf, day, type LeafCase, listed, noKey, nowIn, plain } from './ingest-cases.test.kit.ts'
import { stream } from './trial.test.kit.ts'

const years = 365n * day
/** Anybody else's. */
export const strangersKey = await makeSignatureKey(await loadSuite(1, stream('stranger')))

type Certificates = (world: Federation, bearer: Bearer) => Promise<readonly Uint8Array[]>

const good: Certificates = async ({ identities }, { domain, client, key }) =>
  (await identities.credential(domain, client, { signatureKey: key })).certificates

const certified = (name: string, of: Certificates, ...rows: string[]) => ({
  ...{ name, make: async (world: Federation, bearer: Bearer) => ({ certificates: await of(world, bearer) }) },
  ...(rows.length === 0 ? {} : { rows }),
})

/** A leaf with a lifetime is one of a key package: made for another place it is first of all of the wrong source. */
const lives = (name: string, row: string, of: (now: bigint) => { notBefore: bigint; notAfter: bigint }) => ({
  ...{ name, rows: [row, 'LN-08'], make: (world: Federation) => of(nowIn(world)) },
})

const expired: Certificates = async (world, { domain, client, key }) => {
  const dates = { notBefore: nowIn(world) - day, notAfter: nowIn(world) - 1n }
  return (await world.identities.credential(domain, client, { ...dates, signatureKey: key })).certificates
}

const commonName =
  (name: string): Certificates =>
  (world, bearer) =>
    good(world, { ...bearer, client: name })

/** Certificates of an authority that only calls itself the domain's. */
const strangers: Certificates = async (world, { domain, client, key }) => {
  const random = stream('strangers')
  const root = await createAuthority({ subject: `root of ${domain}`, random, now: nowIn(world) })
  const authority = await root.createSubordinate({ subject: domain })
  const publicKey = { signatureKey: key.publicKey, cipherSuite: 1 }
  return [await authority.issue({ subject: client, publicKey }), authority.certificate]
}

const asItIs = certified('certificates that hold', good)

/** Whoever follows another leaf is asked whether it is the same client before its certificates are looked at. */
const nobody = ['LN-01', 'IP-05', 'IP-06', 'X5-02', 'X5-13', 'X5-25']

const byKind: CasesOf<LeafFlaw> = {
  'bad-leaf-signature': [plain('a leaf signature that is bad', 'LN-02')],
  'leaf-signed-by': [{ ...plain('a leaf signature of somebody else', 'LN-02'), make: () => ({ key: strangersKey }) }],
  'leaf-signed-for': [
    {
      ...plain('a leaf signed for another group', 'LN-02', 'place'),
      make: () => ({ groupId: new TextEncoder().encode('elsewhere') }),
    },
    { ...plain('a leaf signed for another place', 'LN-02', 'place'), make: () => ({ leafIndex: 5 }) },
  ],
  'leaf-source': [
    { ...plain('a leaf of an Update', 'LN-08', 'update source'), make: () => ({ source: 'update' }) },
    { ...plain('a leaf of a commit', 'LN-08', 'commit source'), make: () => ({ source: 'commit' }) },
  ],
  lifetime: [
    lives('a lifetime that is over', 'LN-05', (now) => ({ notBefore: now - day, notAfter: now - 1n })),
    lives('a lifetime to come', 'LN-05', (now) => ({ notBefore: now + 1n, notAfter: now + day })),
    lives('a lifetime of three years', 'LN-06', (now) => ({ notBefore: now - day, notAfter: now + 3n * years })),
    lives('a lifetime for ever', 'LN-06', () => ({ notBefore: 0n, notAfter: 2n ** 64n - 1n })),
  ],
  'capabilities-without': [
    { ...plain('no support of the suite', 'LN-12'), make: () => ({ what: 'suite' }) },
    { ...plain('no support of the version', 'LN-12'), make: () => ({ what: 'version' }) },
    // Beside members it is they whose credentials it does not support.
    {
      ...plain('no support of any credential', 'LN-07'),
      rows: ['LN-07', 'LN-04'],
      make: () => ({ what: 'credential' }),
    },
  ],
  'capabilities-without-type': [
    {
      ...plain('no support of its own credential', 'LN-07'),
      rows: ['LN-07', 'LN-04'],
      make: () => ({ of: 'credentials', type: 2 }),
    },
  ],
  'capabilities-with': [
    { name: 'more in its capabilities', make: () => ({ extensions: [0xf0f1], proposals: [0xf0f2] }) },
  ],
  'unlisted-leaf-extension': [plain('a leaf extension that it does not list', 'LN-07')],
  'repeated-leaf-extension': [plain('a leaf extension twice', 'LN-14')],
  'listed-leaf-extension': [{ name: 'a leaf extension that it lists', make: () => ({ extensionType: 0xf0f1 }) }],
  'encryption-key': [{ ...plain('an encryption key that is none', 'KP-B5'), make: () => ({ key: noKey }) }],
  // The frame of an external commit is signed by the key certified, and so not by that of the leaf.
  'signature-key': [
    {
      ...plain('a key that is not the one certified', 'LN-01'),
      rows: ['LN-01', 'FR-09'],
      make: () => ({ key: strangersKey }),
    },
  ],
  'x509-credential': [
    asItIs,
    certified('a certificate that is none', async () => [Uint8Array.of(1, 2)], ...nobody),
    certified('a certificate that has expired', expired, 'LN-01'),
    certified('certificates in the wrong order', async (...of) => (await good(...of)).toReversed(), ...nobody),
    certified('certificates with a gap', async (...of) => (await good(...of)).slice(0, 1), ...nobody),
    certified('certificates of an authority of its own', strangers, 'LN-01'),
    certified(
      'a certificate for another key',
      (world, bearer) => good(world, { ...bearer, key: strangersKey }),
      'LN-01',
    ),
    certified('a common name that no handle can be', commonName('..'), ...nobody),
    certified('a common name with a character that names may not have', commonName('b/ob'), ...nobody),
  ],
}

export const leafCases: readonly LeafCase[] = listed<LeafFlaw>(byKind)

/** Nothing wrong: what other cases are beside. */
export const harmless: LeafCase = {
  name: asItIs.name,
  make: async (world, bearer) => ({ kind: 'x509-credential', ...(await asItIs.make(world, bearer)) }),
}
