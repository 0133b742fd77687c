// Key pairs and Diffie-Hellman on raw keys (RFC 7748, SEC 1 uncompressed points) for HPKE and for signature keys.
import { createECDH, createPrivateKey, createPublicKey, diffieHellman, ECDH, type KeyObject } from 'node:crypto'
import { plain } from './hash.ts'
import { remember, rememberBytes } from './remember.ts'

export interface Curve {
  /** Public key of a raw private key; throws where the private key is no scalar of the curve. */
  publicKey(privateKey: Uint8Array): Uint8Array
  /** Throws where the public key is no point of the curve or the result would be all zero. */
  sharedSecret(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array
  /** Whether these bytes are a point that keys can be agreed with, whatever the private key. */
  isPublicKey(publicKey: Uint8Array): boolean
}

function x25519Curve(): Curve {
  const publicObject = remember((raw) => okpPublicKey('X25519', raw))
  const privateObject = remember((raw) => okpPrivateKey('X25519', raw))
  return {
    publicKey: rememberBytes((raw) => publicHalf(privateObject(raw))),
    sharedSecret: rememberBytes((own, other) =>
      plain(diffieHellman({ privateKey: privateObject(own), publicKey: publicObject(other) })),
    ),
    isPublicKey: (raw) => raw.length === 32 && !isOfLowOrder(raw),
  }
}

const prime = 2n ** 255n - 19n
/** The u-coordinates of order 1, 2, 4 and 8 on the curve and its twist, and the two of them that fit into 255 bits once more. */
const lowOrder = new Set([
  ...[0n, 1n, prime - 1n, prime, prime + 1n],
  0xb8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0n,
  0x57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5fn,
])

/** Whether every shared secret with this point is all zero (RFC 7748 section 6.1). Its highest bit does not count (section 5). */
function isOfLowOrder(raw: Uint8Array): boolean {
  return lowOrder.has(BigInt.asUintN(255, BigInt(`0x${Buffer.from(raw).reverse().toString('hex')}`)))
}

type Okp = 'X25519' | 'Ed25519'

// JWK is the one format that OpenSSL need not search decoders for: eight times as fast as PKCS#8.
export function okpPublicKey(crv: Okp, raw: Uint8Array): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv, x: Buffer.from(raw).toString('base64url') }, format: 'jwk' })
}

/** The public half need not be known: Node computes it from `d` and takes any `x`. */
export function okpPrivateKey(crv: Okp, raw: Uint8Array): KeyObject {
  const x = Buffer.alloc(32).toString('base64url')
  return createPrivateKey({ key: { kty: 'OKP', crv, x, d: Buffer.from(raw).toString('base64url') }, format: 'jwk' })
}

/** Raw public key of an OKP private key. */
export function publicHalf(key: KeyObject): Uint8Array {
  const { x } = key.export({ format: 'jwk' })
  return plain(Buffer.from(x ?? '', 'base64url')).slice()
}

function nistCurve(curve: 'P-256' | 'P-384'): Curve {
  const name = curve === 'P-256' ? 'prime256v1' : 'secp384r1'
  const size = curve === 'P-256' ? 32 : 48
  const holder = remember((raw): ECDH => {
    const ecdh = createECDH(name)
    ecdh.setPrivateKey(raw)
    return ecdh
  })
  const isPoint = remember((raw) => {
    try {
      ECDH.convertKey(raw, name)
      return true
    } catch {
      return false
    }
  })
  return {
    publicKey: (raw) => plain(holder(raw).getPublicKey()).slice(),
    sharedSecret: rememberBytes((own, other) => plain(holder(own).computeSecret(other))),
    isPublicKey: (raw) => raw.length === 2 * size + 1 && raw[0] === 4 && isPoint(raw),
  }
}

/** The coordinates of an uncompressed point, as JWK writes them. */
export function coordinatesOf(point: Uint8Array): { readonly x: string; readonly y: string } {
  const size = (point.length - 1) / 2
  const part = (from: number) => Buffer.from(point.subarray(from, from + size)).toString('base64url')
  return { x: part(1), y: part(1 + size) }
}

/** One of each in a process, so that every gateway and client of it draws on the same memory of keys. */
export const curves = { x25519: x25519Curve(), 'P-256': nistCurve('P-256'), 'P-384': nistCurve('P-384') }
