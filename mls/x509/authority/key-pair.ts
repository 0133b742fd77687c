// Keys of certificate authorities, and public keys of MLS leaves as certificates hold them (RFC 5480, RFC 8410).
import { createECDH, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { okpPrivateKey } from '../../crypto/curve.ts'
import type { RandomBytes } from '../../random.ts'

export type KeyAlgorithm = 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'RSA'

export interface KeyPair {
  readonly algorithm: KeyAlgorithm
  readonly privateKey: KeyObject
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
}

/** A public key to certify: that of an MLS leaf with its cipher suite (1, 2, 3 or 7), or any other as SubjectPublicKeyInfo. */
export type SubjectKey =
  | { readonly signatureKey: Uint8Array; readonly cipherSuite: number }
  | { readonly spki: Uint8Array }

/** SubjectPublicKeyInfo up to the key itself, by cipher suite: Ed25519, P-256, Ed25519, P-384. */
const spkiPrefixes: Readonly<Record<number, string>> = {
  1: '302a300506032b6570032100',
  2: '3059301306072a8648ce3d020106082a8648ce3d030107034200',
  3: '302a300506032b6570032100',
  7: '3076301006072a8648ce3d020106052b81040022036200',
}
const curves = {
  'P-256': { name: 'prime256v1', size: 32, topByte: 0xff },
  'P-384': { name: 'secp384r1', size: 48, topByte: 0xff },
  'P-521': { name: 'secp521r1', size: 66, topByte: 0x01 },
} as const

/** A fresh key pair from `random`; RSA keys (of `modulusLength` bits) come from node:crypto and cannot be repeated. */
export function makeKeyPair(algorithm: KeyAlgorithm, random: RandomBytes, modulusLength = 2048): KeyPair {
  const privateKey = makePrivateKey(algorithm, random, modulusLength)
  return { algorithm, privateKey, spki: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }) }
}

/** SubjectPublicKeyInfo of the key. Throws RangeError for a cipher suite whose keys are not known here. */
export function spkiOf(key: SubjectKey): Uint8Array {
  if ('spki' in key) return key.spki
  const prefix = spkiPrefixes[key.cipherSuite]
  if (prefix === undefined) throw new RangeError(`no certificates are made for keys of cipher suite ${key.cipherSuite}`)
  return Buffer.concat([Buffer.from(prefix, 'hex'), key.signatureKey])
}

/** How the key signs, in WebCrypto's words. */
export function schemeOf({ algorithm }: KeyPair) {
  if (algorithm === 'Ed25519') return { name: 'Ed25519' }
  if (algorithm === 'RSA') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  return { name: 'ECDSA', namedCurve: algorithm, hash: 'SHA-256' }
}

/** The signature that WebCrypto would make, but at once: WebCrypto signs on threads of its own, for which virtual time would have to wait. */
export function signWith({ algorithm, privateKey }: KeyPair, data: Uint8Array): Uint8Array {
  return sign(algorithm === 'Ed25519' ? null : 'sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
}

function makePrivateKey(algorithm: KeyAlgorithm, random: RandomBytes, modulusLength: number): KeyObject {
  if (algorithm === 'RSA') return generateKeyPairSync('rsa', { modulusLength }).privateKey
  if (algorithm === 'Ed25519') return okpPrivateKey('Ed25519', random(32))
  const { name, size, topByte } = curves[algorithm]
  for (;;) {
    const scalar = Buffer.from(random(size))
    scalar[0] = (scalar[0] ?? 0) & topByte
    const point = pointOf(name, scalar)
    if (point === undefined) continue
    const jwk = { kty: 'EC', crv: algorithm, x: text(point.subarray(1, 1 + size)), y: text(point.subarray(1 + size)) }
    return createPrivateKey({ key: { ...jwk, d: text(scalar) }, format: 'jwk' })
  }
}

/** Undefined where the bytes are no scalar of the curve: then others have to be drawn. */
function pointOf(curve: string, scalar: Buffer): Buffer | undefined {
  try {
    const ecdh = createECDH(curve)
    ecdh.setPrivateKey(scalar)
    return ecdh.getPublicKey()
  } catch {
    return undefined
  }
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url')
}
