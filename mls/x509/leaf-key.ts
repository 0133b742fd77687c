// Whether the key of an MLS leaf is the key of its end-entity certificate (RFC 9420 section 5.3, row X5-28).
import { equalBytes } from '../codec/bytes.ts'
import { MlsRejection } from '../rejection.ts'
import { curveOf, importKey, keyAlgorithms, type NamedCurve } from './algorithms.ts'
import type { Certificate } from './certificate.ts'

/** Signature schemes of the MLS cipher suites (RFC 9420 section 17.1). */
const schemes: Readonly<Record<number, NamedCurve | 'Ed25519' | 'Ed448'>> = {
  1: 'Ed25519',
  2: 'P-256',
  3: 'Ed25519',
  4: 'Ed448',
  5: 'P-521',
  6: 'Ed448',
  7: 'P-384',
}
const coordinateSize: Readonly<Record<NamedCurve, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/**
 * Whether `signatureKey`, encoded as RFC 9420 section 5.1.1 has it, is the key of the certificate, and that key is one for the
 * signature scheme of the suite. The certificate may hold a point compressed; the leaf may not.
 */
export function samePublicKey(certificate: Certificate, signatureKey: Uint8Array, cipherSuite: number): boolean {
  const key = rawKey(certificate)
  return key !== undefined && key.scheme === schemes[cipherSuite] && equalBytes(key.bytes, signatureKey)
}

/** Returns where samePublicKey is true; throws MlsRejection('invalid-key-package', X5-28) otherwise. */
export function requireLeafKey(certificate: Certificate, signatureKey: Uint8Array, cipherSuite: number): void {
  if (samePublicKey(certificate, signatureKey, cipherSuite)) return
  throw new MlsRejection(
    'invalid-key-package',
    { row: 'X5-28', section: '9420 section 5.3' },
    `expected the key of the leaf to be that of its certificate, and of cipher suite ${cipherSuite}; found another`,
  )
}

/** The key of a certificate as an MLS leaf writes it; undefined for keys that no MLS suite has. */
function rawKey({ publicKey: { algorithm, bits, spki } }: Certificate) {
  if (algorithm.id === keyAlgorithms.ed25519) return { scheme: 'Ed25519', bytes: bits } as const
  if (algorithm.id === keyAlgorithms.ed448) return { scheme: 'Ed448', bytes: bits } as const
  const curve = algorithm.id === keyAlgorithms.ec ? curveOf(algorithm) : undefined
  const bytes = curve === undefined ? undefined : uncompressedPoint(spki, coordinateSize[curve])
  return curve === undefined || bytes === undefined ? undefined : { scheme: curve, bytes }
}

function uncompressedPoint(spki: Uint8Array, size: number): Uint8Array | undefined {
  const { x = '', y = '' } = importKey(spki)?.export({ format: 'jwk' }) ?? {}
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return point.length === 2 * size + 1 ? point : undefined
}
