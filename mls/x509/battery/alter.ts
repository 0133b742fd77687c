// Changes to the members of tbsCertificate and to signatures, for the battery's forgeries.
import type { Forgery } from '../authority/forge.ts'
import { children, constructedContext, readDer, tags } from '../encoding/der.ts'
import { writeDer, writeOid } from '../encoding/der-writer.ts'

type Members = readonly Uint8Array[]

/** Places of the members of a version 3 certificate. */
export const place = {
  version: 0,
  serialNumber: 1,
  algorithm: 2,
  issuer: 3,
  validity: 4,
  subject: 5,
  publicKey: 6,
  extensions: 7,
} as const

const rsaAlgorithm = (dotted: string) => writeDer(tags.sequence, writeOid(dotted), writeDer(tags.null))
export const md5WithRsa = rsaAlgorithm('1.2.840.113549.1.1.4')
export const sha1WithRsa = rsaAlgorithm('1.2.840.113549.1.1.5')
export const sha224WithRsa = rsaAlgorithm('1.2.840.113549.1.1.14')
export const sha384WithRsa = rsaAlgorithm('1.2.840.113549.1.1.12')
export const sha1WithEcdsa = writeDer(tags.sequence, writeOid('1.2.840.10045.4.1'))
export const sha256WithPss = pssAlgorithm('2.16.840.1.101.3.4.2.1')
export const sha1WithPss = pssAlgorithm('1.3.14.3.2.26')

/** The algorithm inside and beside the signature. */
export function withAlgorithm(algorithm: Uint8Array): Forgery {
  return { signatureAlgorithm: algorithm, signed: replacing(place.algorithm, algorithm) }
}

export function replacing(at: number, member: Uint8Array): (members: Members) => Members {
  return (members) => members.map((old, index) => (index === at ? member : old))
}

/** Version 1: neither a version member nor extensions. */
export function withoutExtensions(members: Members): Members {
  return members.slice(place.serialNumber, place.extensions)
}

/** Extensions in a certificate of version 1. */
export function withoutVersion(members: Members): Members {
  return members.slice(place.serialNumber)
}

/** The first extension twice. */
export function withDoubledExtension(members: Members): Members {
  return changingExtensions(members, ([first, ...rest]) => (first === undefined ? [] : [first, first, ...rest]))
}

export function changingExtensions(members: Members, change: (extensions: Members) => Members): Members {
  return members.map((member, at) => {
    if (at !== place.extensions) return member
    const list = children(readDer(readDer(member).content)).map(({ whole }) => whole)
    return writeDer(constructedContext(3), writeDer(tags.sequence, ...change(list)))
  })
}

/** The last bit but seven of the signature turned over. */
export function flipped(signature: Uint8Array): Uint8Array {
  const other = Buffer.from(signature)
  const last = other.length - 1
  other[last] = (other[last] ?? 0) ^ 1
  return other
}

function pssAlgorithm(hash: string): Uint8Array {
  const hashAlgorithm = writeDer(tags.sequence, writeOid(hash), writeDer(tags.null))
  const mask = writeDer(tags.sequence, writeOid('1.2.840.113549.1.1.8'), hashAlgorithm)
  const parameters = writeDer(
    tags.sequence,
    writeDer(constructedContext(0), hashAlgorithm),
    writeDer(constructedContext(1), mask),
    writeDer(constructedContext(2), writeDer(tags.integer, Buffer.of(32))),
  )
  return writeDer(tags.sequence, writeOid('1.2.840.113549.1.1.10'), parameters)
}
