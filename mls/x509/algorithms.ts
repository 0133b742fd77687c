// Which signature algorithms and keys a path may use: strong ones alone (RFC 4055, RFC 5480, RFC 5758, RFC 8410).
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Complaint } from '../checks/check.ts'
import { remember } from '../crypto/remember.ts'
import { type AlgorithmIdentifier, type Certificate, readAlgorithm } from './certificate.ts'
import { children, constructedContext, readDer, tags } from './encoding/der.ts'
import { readInteger, readOid } from './encoding/der-primitive.ts'

const strongSignatures = new Set([
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.3.101.112',
  '1.3.101.113',
])
const strongHashes = new Set(['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3'])
const rsaPss = '1.2.840.113549.1.1.10'

export const keyAlgorithms = {
  rsa: '1.2.840.113549.1.1.1',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
} as const

const curveIds = {
  'P-256': '1.2.840.10045.3.1.7',
  'P-384': '1.3.132.0.34',
  'P-521': '1.3.132.0.35',
} as const

export type NamedCurve = keyof typeof curveIds

const smallestModulus = 2048
const largestModulus = 16_384
/** In bytes, as SubjectPublicKeyInfo: room for the largest modulus. */
const longestKey = 4_096

/** The key of a SubjectPublicKeyInfo; undefined for bytes that are none. */
export const importKey: (spki: Uint8Array) => KeyObject | undefined = remember((spki) => {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
})

/** Complains of a signature algorithm outside RSA, ECDSA with SHA-256 / 384 / 512, and EdDSA; MD5 and SHA-1 above all. */
export function judgeSignatureAlgorithm(algorithm: AlgorithmIdentifier): Complaint {
  const strong = algorithm.id === rsaPss ? isStrongPss(algorithm) : strongSignatures.has(algorithm.id)
  if (strong) return undefined
  return `expected RSA or ECDSA with SHA-256, SHA-384 or SHA-512, or EdDSA; found algorithm ${algorithm.id}`
}

/** Complains of a key that is no RSA key of 2048 bits or more, no point of P-256, P-384 or P-521 and no EdDSA key. */
export function judgeKey(publicKey: Certificate['publicKey']): Complaint {
  const { algorithm, bits, spki } = publicKey
  if (spki.length > longestKey) return `expected a key of at most ${longestKey} bytes; found ${spki.length}`
  switch (algorithm.id) {
    case keyAlgorithms.rsa: {
      const size = modulusBits(bits)
      if (size < smallestModulus || size > largestModulus)
        return `expected an RSA key of ${smallestModulus} to ${largestModulus} bits; found ${size}`
      break
    }
    case keyAlgorithms.ec:
      if (curveOf(algorithm) === undefined) return 'expected a key on P-256, P-384 or P-521; found another curve'
      break
    case keyAlgorithms.ed25519:
    case keyAlgorithms.ed448:
      break
    default:
      return `expected an RSA, ECDSA or EdDSA key; found algorithm ${algorithm.id}`
  }
  return importKey(spki) !== undefined ? undefined : 'expected a key of its algorithm; found bytes that are none'
}

/** The curve an elliptic-curve key names; undefined for other curves and parameters written out. */
export function curveOf(algorithm: AlgorithmIdentifier): NamedCurve | undefined {
  const { parameters } = algorithm
  if (parameters?.tag !== tags.oid) return undefined
  const id = readOid(parameters, 'namedCurve')
  return (['P-256', 'P-384', 'P-521'] as const).find((curve) => curveIds[curve] === id)
}

/** RSASSA-PSS names its hash twice, and leaving it out means SHA-1 (RFC 4055 section 3.1). */
function isStrongPss({ parameters }: AlgorithmIdentifier): boolean {
  if (parameters === undefined) return false
  const members = children(parameters)
  const hash = members.find(({ tag }) => tag === constructedContext(0))
  const mask = members.find(({ tag }) => tag === constructedContext(1))
  if (hash === undefined || mask === undefined) return false
  const maskHash = readAlgorithm(readDer(mask.content)).parameters
  return maskHash !== undefined && isStrongHash(readDer(hash.content)) && isStrongHash(maskHash)
}

function isStrongHash(value: Parameters<typeof readAlgorithm>[0]): boolean {
  return strongHashes.has(readAlgorithm(value).id)
}

function modulusBits(bits: Uint8Array): number {
  const [modulus] = children(readDer(bits))
  return modulus === undefined ? 0 : readInteger(modulus, 'modulus').toString(2).length
}
