// Writes a certificate from all that it says, as plain values: the last step of an authority that issues one (RFC 5280 section 4.1).
import { hash, sign } from 'node:crypto'
import { copyBytes } from '../../codec/bytes.ts'
import { createMemory } from '../../crypto/remember.ts'
import { constructedContext, context, tags } from '../encoding/der.ts'
import { writeDer, writeInteger, writeNamedBits, writeOid, writeTime } from '../encoding/der-writer.ts'
import { extensionIds } from '../encoding/extensions.ts'
import type { KeyAlgorithm, KeyPair } from './key-pair.ts'
import { type NameAttribute, writeName } from './write-name.ts'

/** All that a certificate says, bytes in hex. */
export interface Contents {
  readonly serialNumber: string
  readonly subject: readonly NameAttribute[]
  readonly issuer: readonly NameAttribute[]
  /** Unix seconds. */
  readonly notBefore: number
  readonly notAfter: number
  readonly spki: string
  readonly issuerSpki: string
  readonly isCa: boolean
  readonly pathLength: number | undefined
  /** Bit n is the usage of place n. */
  readonly keyUsageFlags: number
  readonly extensions: readonly { readonly id: string; readonly critical: boolean; readonly value: string }[]
  readonly without: readonly string[]
}

/** Certificates by all that goes into them: seeded runs ask for the same ones again and again. */
const made = createMemory<Uint8Array>(4_096)

/** The certificate, DER, signed by `issuer`; a repeated one is remembered where the signature would come out the same. */
export function makeCertificate(contents: Contents, issuer: KeyPair): Uint8Array {
  // Ed25519 draws nothing, ECDSA does.
  if (issuer.algorithm !== 'Ed25519') return writeCertificate(contents, issuer)
  const key = JSON.stringify(contents)
  const known = made.recall(key)
  if (known !== undefined) return copyBytes(known)
  const der = writeCertificate(contents, issuer)
  made.keep(key, copyBytes(der))
  return der
}

const sequence = (...members: readonly Uint8Array[]) => writeDer(tags.sequence, ...members)
const version3 = writeDer(constructedContext(0), writeDer(tags.integer, Buffer.of(2)))
const ecdsaWithSha256 = sequence(writeOid('1.2.840.10045.4.3.2'))
const signatureAlgorithms: Readonly<Record<KeyAlgorithm, Uint8Array>> = {
  Ed25519: sequence(writeOid('1.3.101.112')),
  'P-256': ecdsaWithSha256,
  'P-384': ecdsaWithSha256,
  'P-521': ecdsaWithSha256,
  RSA: sequence(writeOid('1.2.840.113549.1.1.11'), writeDer(tags.null)),
}

function writeCertificate(contents: Contents, issuer: KeyPair): Uint8Array {
  const algorithm = signatureAlgorithms[issuer.algorithm]
  const signed = sequence(
    version3,
    writeInteger(bytesOf(contents.serialNumber)),
    algorithm,
    writeName(contents.issuer),
    sequence(writeTime(contents.notBefore), writeTime(contents.notAfter)),
    writeName(contents.subject),
    bytesOf(contents.spki),
    writeDer(constructedContext(3), sequence(...extensionsOf(contents))),
  )
  const signature = sign(issuer.algorithm === 'Ed25519' ? null : 'sha256', signed, issuer.privateKey)
  return copyBytes(sequence(signed, algorithm, writeDer(tags.bitString, Buffer.of(0), signature)))
}

const subjectKeyIdentifier = '2.5.29.14'
const authorityKeyIdentifier = '2.5.29.35'

function extensionsOf({ isCa, pathLength, keyUsageFlags, spki, issuerSpki, extensions, without }: Contents) {
  const constraints = sequence(
    ...(isCa ? [writeDer(tags.boolean, Buffer.of(0xff))] : []),
    ...(pathLength === undefined ? [] : [writeInteger(Buffer.of(pathLength))]),
  )
  const own = [
    ...(isCa || pathLength !== undefined
      ? [{ id: extensionIds.basicConstraints, critical: true, value: constraints }]
      : []),
    ...(keyUsageFlags === 0
      ? []
      : [{ id: extensionIds.keyUsage, critical: true, value: writeNamedBits(keyUsageFlags) }]),
    { id: subjectKeyIdentifier, critical: false, value: writeDer(tags.octetString, keyIdentifier(spki)) },
    {
      id: authorityKeyIdentifier,
      critical: false,
      value: sequence(writeDer(context(0), keyIdentifier(issuerSpki))),
    },
  ]
  return [
    ...own.filter(({ id }) => !without.includes(id)),
    ...extensions.map(({ id, critical, value }) => ({ id, critical, value: bytesOf(value) })),
  ].map(({ id, critical, value }) =>
    sequence(
      writeOid(id),
      ...(critical ? [writeDer(tags.boolean, Buffer.of(0xff))] : []),
      writeDer(tags.octetString, value),
    ),
  )
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'hex')
}

/** Any value serves that is one per key (RFC 7093 section 2 (1)). */
function keyIdentifier(spki: string): Uint8Array {
  return bytesOf(hash('sha256', bytesOf(spki)).slice(0, 40))
}
