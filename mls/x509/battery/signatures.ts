// The battery's chains with bad signatures, weak algorithms and weak keys.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type KeyAlgorithm, makeKeyPair } from '../authority/key-pair.ts'
import { tags } from '../encoding/der.ts'
import { writeDer, writeOid } from '../encoding/der-writer.ts'
import {
  flipped,
  md5WithRsa,
  sha1WithEcdsa,
  sha1WithPss,
  sha1WithRsa,
  sha224WithRsa,
  sha384WithRsa,
  withAlgorithm,
} from './alter.ts'
import { family, makeFamily, type Recipe } from './recipe.ts'

const algorithms: readonly KeyAlgorithm[] = ['Ed25519', 'P-256', 'P-384', 'P-521', 'RSA']
const byPolicy = 'a rule of this profile: OpenSSL leaves it to the security level'

const signatures: readonly Recipe[] = [
  ...algorithms.flatMap((algorithm) => [
    family(
      `${algorithm}, signature of the leaf changed`,
      { algorithm, device: { forgery: { signature: flipped } } },
      { refusedBy: 'signature' },
    ),
    family(
      `${algorithm}, signature of the account changed`,
      { algorithm, account: { forgery: { signature: flipped } } },
      { refusedBy: 'signature' },
    ),
  ]),
  family('empty signature', { device: { forgery: { signature: () => new Uint8Array() } } }, { refusedBy: 'signature' }),
  family(
    'signature of another length',
    { device: { forgery: { signature: (signature) => signature.slice(1) } } },
    { refusedBy: 'signature' },
  ),
  family(
    'another algorithm beside the signature than inside',
    { algorithm: 'RSA', device: { forgery: { signatureAlgorithm: sha384WithRsa, hash: 'sha384' } } },
    { refusedBy: 'one signature algorithm' },
  ),
  family(
    'algorithm of another kind of key',
    { device: { forgery: withAlgorithm(sha384WithRsa) } },
    { refusedBy: 'signature' },
  ),
]

const weakAlgorithms: readonly Recipe[] = [
  ['MD5', md5WithRsa, 'md5'],
  ['SHA-1', sha1WithRsa, 'sha1'],
  ['SHA-224', sha224WithRsa, 'sha224'],
].flatMap(([name, algorithm, hash]) =>
  (['account', 'device'] as const).map((who) =>
    family(
      `${who} signed with RSA and ${name}`,
      { algorithm: 'RSA', [who]: { forgery: { ...withAlgorithm(algorithm as Uint8Array), hash: String(hash) } } },
      { refusedBy: 'strong signature algorithms', ...(name === 'SHA-224' ? { opensslDiffers: byPolicy } : {}) },
    ),
  ),
)

const otherWeakness: readonly Recipe[] = [
  family(
    'leaf signed with ECDSA and SHA-1',
    { algorithm: 'P-256', device: { forgery: { ...withAlgorithm(sha1WithEcdsa), hash: 'sha1' } } },
    { refusedBy: 'strong signature algorithms' },
  ),
  family(
    'leaf signed with RSASSA-PSS and SHA-1',
    { algorithm: 'RSA', device: { forgery: { ...withAlgorithm(sha1WithPss), hash: 'sha1', pss: true } } },
    { refusedBy: 'strong signature algorithms' },
  ),
]

const keys: readonly Recipe[] = [
  ...(['root', 'account'] as const).map(
    (who): Recipe => ({
      name: `${who} with an RSA key of 1024 bits`,
      refusedBy: 'strong keys',
      make: (workshop) => makeFamily(workshop, { [who]: { keys: makeKeyPair('RSA', workshop.random, 1024) } }),
    }),
  ),
  leafKey('an RSA key of 1024 bits', () => generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey),
  leafKey('a key on secp256k1', () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey, byPolicy),
  leafKey('an X25519 key', () => generateKeyPairSync('x25519').publicKey, byPolicy),
  leafKey(
    'a DSA key',
    () => generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }).publicKey,
    byPolicy,
  ),
  family(
    'leaf with a P-256 key that is no point of the curve',
    { device: { publicKey: { cipherSuite: 2, signatureKey: Buffer.alloc(65, 4) } } },
    { refusedBy: 'strong keys' },
  ),
  family(
    'leaf with an Ed25519 key of 31 bytes',
    { device: { publicKey: { spki: shortEd25519() } } },
    { refusedBy: 'strong keys' },
  ),
]

function leafKey(name: string, make: () => KeyObject, opensslDiffers?: string): Recipe {
  return {
    name: `leaf with ${name}`,
    refusedBy: 'strong keys',
    ...(opensslDiffers === undefined ? {} : { opensslDiffers }),
    make: (workshop) =>
      makeFamily(workshop, {
        device: { publicKey: { spki: make().export({ format: 'der', type: 'spki' }) } },
      }),
  }
}

function shortEd25519(): Uint8Array {
  const algorithm = writeDer(tags.sequence, writeOid('1.3.101.112'))
  return writeDer(tags.sequence, algorithm, writeDer(tags.bitString, Buffer.alloc(32)))
}

export const badSignatures: readonly Recipe[] = [...signatures, ...weakAlgorithms, ...otherWeakness, ...keys]
