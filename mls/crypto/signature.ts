// Signatures of a cipher suite on raw keys: Ed25519, and ECDSA with DER signatures and uncompressed public keys.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { RandomBytes } from '../random.ts'
import { coordinatesOf, nistCurve, okpPrivateKey, okpPublicKey, publicHalf } from './curve.ts'
import { plain } from './hash.ts'
import type { SuiteParameters } from './parameters.ts'
import { remember } from './remember.ts'

export interface Signing {
  sign(privateKey: Uint8Array, message: Uint8Array): Uint8Array
  /** False for anything that is not a good signature by that key, malformed keys included. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
  keygen(): { publicKey: Uint8Array; signKey: Uint8Array }
}

export function makeSigning(scheme: SuiteParameters['signature'], random: RandomBytes): Signing {
  return scheme === 'ed25519' ? ed25519(random) : ecdsa(scheme, random)
}

function ed25519(random: RandomBytes): Signing {
  const own = remember((raw) => okpPrivateKey('Ed25519', raw))
  const others = remember((raw) => attempt(() => okpPublicKey('Ed25519', raw)))
  return {
    sign: (raw, message) => plain(sign(null, message, own(raw))),
    verify: (raw, message, signature) => {
      const key = raw.length === 32 ? others(raw) : undefined
      return key !== undefined && verify(null, message, key, signature)
    },
    keygen() {
      const signKey = random(32)
      return { signKey, publicKey: publicHalf(own(signKey)) }
    },
  }
}

function ecdsa(curve: 'P-256' | 'P-384', random: RandomBytes): Signing {
  const size = curve === 'P-256' ? 32 : 48
  const hash = curve === 'P-256' ? 'sha256' : 'sha384'
  const points = nistCurve(curve)
  const own = remember((raw) => {
    const d = Buffer.from(raw).toString('base64url')
    return createPrivateKey({
      key: { kty: 'EC', crv: curve, ...coordinatesOf(points.publicKey(raw)), d },
      format: 'jwk',
    })
  })
  const others = remember((raw) =>
    attempt(() => createPublicKey({ key: { kty: 'EC', crv: curve, ...coordinatesOf(raw) }, format: 'jwk' })),
  )
  return {
    sign: (raw, message) => plain(sign(hash, message, { key: own(raw), dsaEncoding: 'der' })),
    verify: (raw, message, signature) => {
      const key = raw.length === 2 * size + 1 && raw[0] === 4 ? others(raw) : undefined
      return key !== undefined && verify(hash, message, { key, dsaEncoding: 'der' }, signature)
    },
    keygen() {
      for (;;) {
        const signKey = random(size)
        const publicKey = attempt(() => points.publicKey(signKey))
        if (publicKey !== undefined) return { signKey, publicKey }
      }
    },
  }
}

function attempt<Value extends KeyObject | Uint8Array>(make: () => Value): Value | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
