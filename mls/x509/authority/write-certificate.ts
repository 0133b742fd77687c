// Writes a certificate from all that it says, as plain values: the last step of an authority that issues one.
import 'reflect-metadata'
import { hash, type webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  Extension,
  type JsonNameParams,
  KeyUsagesExtension,
  Name,
  PublicKey,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { copyBytes } from '../../codec/bytes.ts'
import { createMemory } from '../../crypto/remember.ts'
import { type KeyPair, schemeOf, signWith } from './key-pair.ts'

/** All that a certificate says, bytes in hex. */
export interface Contents {
  readonly serialNumber: string
  readonly subject: JsonNameParams
  readonly issuer: JsonNameParams
  /** Unix seconds. */
  readonly notBefore: number
  readonly notAfter: number
  readonly spki: string
  readonly issuerSpki: string
  readonly isCa: boolean
  readonly pathLength: number | undefined
  readonly keyUsageFlags: number
  readonly extensions: readonly { readonly id: string; readonly critical: boolean; readonly value: string }[]
  readonly without: readonly string[]
}

/** Certificates by all that goes into them: seeded runs ask for the same ones again and again. */
const made = createMemory<Uint8Array>(4_096)

/** The certificate, DER, signed by `issuer`; a repeated one is remembered where the signature would come out the same. */
export async function makeCertificate(contents: Contents, issuer: KeyPair): Promise<Uint8Array> {
  // Ed25519 draws nothing, ECDSA does.
  if (issuer.algorithm !== 'Ed25519') return writeCertificate(contents, issuer)
  const key = JSON.stringify(contents)
  const known = made.recall(key)
  if (known !== undefined) return copyBytes(known)
  const der = await writeCertificate(contents, issuer)
  made.keep(key, copyBytes(der))
  return der
}

async function writeCertificate(contents: Contents, issuer: KeyPair): Promise<Uint8Array> {
  const algorithm = schemeOf(issuer)
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: contents.serialNumber,
      subject: new Name(contents.subject),
      issuer: new Name(contents.issuer),
      notBefore: new Date(contents.notBefore * 1000),
      notAfter: new Date(contents.notAfter * 1000),
      publicKey: new PublicKey(bytesOf(contents.spki)),
      signingKey: { algorithm, extractable: false, type: 'private', usages: ['sign'] },
      signingAlgorithm: algorithm,
      extensions: extensionsOf(contents),
    },
    signingWith(issuer),
  )
  return new Uint8Array(certificate.rawData)
}

/** What of WebCrypto the library asks for. */
function signingWith(issuer: KeyPair): webcrypto.Crypto {
  const sign = async (_: unknown, __: unknown, data: ArrayBuffer) =>
    copyBytes(signWith(issuer, new Uint8Array(data))).buffer
  return { subtle: { sign } } as webcrypto.Crypto
}

function extensionsOf({ isCa, pathLength, keyUsageFlags, spki, issuerSpki, extensions, without }: Contents) {
  const own = [
    ...(isCa || pathLength !== undefined ? [new BasicConstraintsExtension(isCa, pathLength, true)] : []),
    ...(keyUsageFlags === 0 ? [] : [new KeyUsagesExtension(keyUsageFlags, true)]),
    new SubjectKeyIdentifierExtension(keyIdentifier(spki)),
    new AuthorityKeyIdentifierExtension(keyIdentifier(issuerSpki)),
  ]
  return [
    ...own.filter(({ type }) => !without.includes(type)),
    ...extensions.map(({ id, critical, value }) => new Extension(id, critical, bytesOf(value))),
  ]
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return copyBytes(Buffer.from(text, 'hex'))
}

/** Any value serves that is one per key (RFC 7093 section 2 (1)). */
function keyIdentifier(spki: string): string {
  return hash('sha256', bytesOf(spki)).slice(0, 40)
}
