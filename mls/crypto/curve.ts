// Key pairs and Diffie-Hellman on raw keys (RFC 7748, SEC 1 uncompressed points) for HPKE and for signature keys.
import { createECDH, createPrivateKey, createPublicKey, diffieHellman, type ECDH } from 'node:crypto'
import { plain } from './hash.ts'
import { remember } from './remember.ts'

export interface Curve {
  /** Public key of a raw private key; throws where the private key is no scalar of the curve. */
  publicKey(privateKey: Uint8Array): Uint8Array
  /** Throws where the public key is no point of the curve or the result would be all zero. */
  sharedSecret(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array
  isPublicKey(publicKey: Uint8Array): boolean
}

export function makeCurve(name: 'x25519' | 'P-256' | 'P-384'): Curve {
  return name === 'x25519' ? x25519Curve() : nistCurve(name)
}

const x25519Public = Buffer.from('302a300506032b656e032100', 'hex')
const x25519Private = Buffer.from('302e020100300506032b656e04220420', 'hex')

function x25519Curve(): Curve {
  const publicObject = remember((raw) =>
    createPublicKey({ key: Buffer.concat([x25519Public, raw]), format: 'der', type: 'spki' }),
  )
  const privateObject = remember((raw) =>
    createPrivateKey({ key: Buffer.concat([x25519Private, raw]), format: 'der', type: 'pkcs8' }),
  )
  return {
    publicKey: (raw) => plain(createPublicKey(privateObject(raw)).export({ format: 'der', type: 'spki' })).slice(12),
    sharedSecret: (own, other) =>
      plain(diffieHellman({ privateKey: privateObject(own), publicKey: publicObject(other) })),
    isPublicKey: (raw) => raw.length === 32 && raw.some((byte) => byte !== 0),
  }
}

export function nistCurve(curve: 'P-256' | 'P-384'): Curve {
  const name = curve === 'P-256' ? 'prime256v1' : 'secp384r1'
  const size = curve === 'P-256' ? 32 : 48
  const holder = remember((raw): ECDH => {
    const ecdh = createECDH(name)
    ecdh.setPrivateKey(raw)
    return ecdh
  })
  const probe = remember((raw) => {
    try {
      createPublicKey({ key: spki(curve, raw), format: 'der', type: 'spki' })
      return true
    } catch {
      return false
    }
  })
  return {
    publicKey: (raw) => plain(holder(raw).getPublicKey()).slice(),
    sharedSecret: (own, other) => plain(holder(own).computeSecret(other)),
    isPublicKey: (raw) => raw.length === 2 * size + 1 && raw[0] === 4 && probe(raw),
  }
}

const p256Prefix = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')
const p384Prefix = Buffer.from('3076301006072a8648ce3d020106052b81040022036200', 'hex')

/** SubjectPublicKeyInfo of an uncompressed point (RFC 5480). */
export function spki(curve: 'P-256' | 'P-384', point: Uint8Array): Buffer {
  return Buffer.concat([curve === 'P-256' ? p256Prefix : p384Prefix, point])
}
