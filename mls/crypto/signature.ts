// Signatures of a cipher suite on raw keys: Ed25519, and ECDSA with DER signatures and uncompressed public keys.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { RandomBytes } from '../random.ts'
import { nistCurve, spki } from './curve.ts'
import { plain } from './hash.ts'
import type { SuiteParameters } from './parameters.ts'
import { remember } from './remember.ts'

export interface Signing {
  sign(privateKey: Uint8Array, message: Uint8Array): Uint8Array
  /** False for anything that is not a good signature by that key, malformed keys included. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
  keygen(): { publicKey: Uint8Array; signKey: Uint8Array }
}

const ed25519Public = Buffer.from('302a300506032b6570032100', 'hex')
const ed25519Private = Buffer.from('302e020100300506032b657004220420', 'hex')

export function makeSigning(scheme: SuiteParameters['signature'], random: RandomBytes): Signing {
  return scheme === 'ed25519' ? ed25519(random) : ecdsa(scheme, random)
}

function ed25519(random: RandomBytes): Signing {
  const own = remember((raw) =>
    createPrivateKey({ key: Buffer.concat([ed25519Private, raw]), format: 'der', type: 'pkcs8' }),
  )
  const others = remember((raw) =>
    attempt(() => createPublicKey({ key: Buffer.concat([ed25519Public, raw]), format: 'der', type: 'spki' })),
  )
  return {
    sign: (raw, message) => plain(sign(null, message, own(raw))),
    verify: (raw, message, signature) => {
      const key = raw.length === 32 ? others(raw) : undefined
      return key !== undefined && verify(null, message, key, signature)
    },
    keygen() {
      const signKey = random(32)
      const exported = createPublicKey(own(signKey)).export({ format: 'der', type: 'spki' })
      return { signKey, publicKey: plain(exported).slice(12) }
    },
  }
}

function ecdsa(curve: 'P-256' | 'P-384', random: RandomBytes): Signing {
  const size = curve === 'P-256' ? 32 : 48
  const hash = curve === 'P-256' ? 'sha256' : 'sha384'
  const points = nistCurve(curve)
  const own = remember((raw) => {
    const point = Buffer.from(points.publicKey(raw))
    const x = point.subarray(1, 1 + size).toString('base64url')
    const y = point.subarray(1 + size).toString('base64url')
    const d = Buffer.from(raw).toString('base64url')
    return createPrivateKey({ key: { kty: 'EC', crv: curve, x, y, d }, format: 'jwk' })
  })
  const others = remember((raw) =>
    attempt(() => createPublicKey({ key: spki(curve, raw), format: 'der', type: 'spki' })),
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
