// Signatures of a cipher suite on raw keys: Ed25519, and ECDSA with DER signatures and uncompressed public keys.
import { createPrivateKey, createPublicKey, type KeyObject, sign as signWith, verify as verifyWith } from 'node:crypto'
import type { RandomBytes } from '../random.ts'
import { coordinatesOf, curves, okpPrivateKey, okpPublicKey, publicHalf } from './curve.ts'
import { plain } from './hash.ts'
import type { SuiteParameters } from './parameters.ts'
import { remember, rememberBytes, rememberTruth } from './remember.ts'

export interface Signing {
  sign(privateKey: Uint8Array, message: Uint8Array): Uint8Array
  /** False for anything that is not a good signature by that key, malformed keys included. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
  keygen(): { publicKey: Uint8Array; signKey: Uint8Array }
}

export function makeSigning(scheme: SuiteParameters['signature'], random: RandomBytes): Signing {
  const { sign, verify, publicKey } = schemes[scheme]
  return {
    sign,
    verify,
    keygen() {
      for (;;) {
        const signKey = random(scheme === 'P-384' ? 48 : 32)
        const own = attempt(() => publicKey(signKey))
        if (own !== undefined) return { signKey, publicKey: own }
      }
    },
  }
}

interface Scheme extends Pick<Signing, 'sign' | 'verify'> {
  /** Throws where the private key is no scalar of the curve. */
  publicKey(privateKey: Uint8Array): Uint8Array
}

function ed25519(): Scheme {
  const own = remember((raw) => okpPrivateKey('Ed25519', raw))
  const others = remember((raw) => attempt(() => okpPublicKey('Ed25519', raw)))
  return {
    // RFC 8032 draws nothing: the same key and message give the same signature.
    sign: rememberBytes((raw, message) => plain(signWith(null, message, own(raw)))),
    verify: rememberTruth((raw, message, signature) => {
      const key = raw.length === 32 ? others(raw) : undefined
      return key !== undefined && verifyWith(null, message, key, signature)
    }),
    publicKey: rememberBytes((raw) => publicHalf(own(raw))),
  }
}

function ecdsa(curve: 'P-256' | 'P-384'): Scheme {
  const size = curve === 'P-256' ? 32 : 48
  const hash = curve === 'P-256' ? 'sha256' : 'sha384'
  const { publicKey } = curves[curve]
  const own = remember((raw) => {
    const d = Buffer.from(raw).toString('base64url')
    return createPrivateKey({ key: { kty: 'EC', crv: curve, ...coordinatesOf(publicKey(raw)), d }, format: 'jwk' })
  })
  const others = remember((raw) =>
    attempt(() => createPublicKey({ key: { kty: 'EC', crv: curve, ...coordinatesOf(raw) }, format: 'jwk' })),
  )
  return {
    sign: (raw, message) => plain(signWith(hash, message, { key: own(raw), dsaEncoding: 'der' })),
    verify: rememberTruth((raw, message, signature) => {
      const key = raw.length === 2 * size + 1 && raw[0] === 4 ? others(raw) : undefined
      return key !== undefined && verifyWith(hash, message, { key, dsaEncoding: 'der' }, signature)
    }),
    publicKey,
  }
}

/** One of each in a process: what one gateway found good need not be verified again for the next. */
const schemes = { ed25519: ed25519(), 'P-256': ecdsa('P-256'), 'P-384': ecdsa('P-384') }

function attempt<Value extends KeyObject | Uint8Array>(make: () => Value): Value | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
