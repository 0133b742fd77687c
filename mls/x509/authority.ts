// A certificate authority for simulations and tests: good certificates of its own making, and bad ones on demand.
import 'reflect-metadata'
import { createHash, webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  Extension,
  type JsonAttributeObject,
  type JsonNameParams,
  KeyUsagesExtension,
  Name,
  PublicKey,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { copyBytes, hex } from '../codec/bytes.ts'
import type { RandomBytes } from '../random.ts'
import { type Forgery, forgeCertificate } from './authority/forge.ts'
import {
  type KeyAlgorithm,
  type KeyPair,
  makeKeyPair,
  type SubjectKey,
  signingKey,
  spkiOf,
} from './authority/key-pair.ts'
import { type CertificateExtension, type KeyUsage, keyUsages } from './encoding/extensions.ts'

/** One attribute of a subject, a relative distinguished name of its own; `type` as 'CN', 'O' or dotted. */
export interface NameAttribute {
  readonly type: string
  readonly value: string
  /** Default 'utf8String'. */
  readonly encoding?: keyof JsonAttributeObject
}

/** A common name as UTF8String, or attributes from the most general on. */
export type Subject = string | readonly NameAttribute[]

export interface CertificateRequest {
  readonly subject: Subject
  readonly publicKey: SubjectKey
  /** Unix seconds. Default: from an hour before the authority's `now` to a year after it. */
  readonly notBefore?: bigint
  readonly notAfter?: bigint
  /** Default false. */
  readonly isCa?: boolean
  readonly pathLength?: number
  /** Default: keyCertSign and cRLSign for a CA, digitalSignature otherwise; empty: no such extension. */
  readonly keyUsage?: readonly KeyUsage[]
  /** Further extensions. */
  readonly extensions?: readonly CertificateExtension[]
  /** Extensions, by dotted id, that are left out although they would be there. */
  readonly without?: readonly string[]
  /** What to change against all rules, after everything else. */
  readonly forgery?: Forgery
}

export type SubordinateRequest = Omit<CertificateRequest, 'publicKey' | 'isCa'> & {
  /** Default Ed25519. */
  readonly keyAlgorithm?: KeyAlgorithm
  /** Default: fresh ones of that algorithm. */
  readonly keys?: KeyPair
  /** Default true. */
  readonly isCa?: boolean
}

export type AuthorityOptions = SubordinateRequest & {
  /** Draws keys (RSA keys excepted) and serial numbers. */
  readonly random: RandomBytes
  /** Unix seconds; validity counts from here. */
  readonly now: bigint
}

export interface Authority {
  readonly subject: Subject
  /** Its own certificate, DER: self-signed for a root. */
  readonly certificate: Uint8Array
  readonly keys: KeyPair
  /** A certificate for somebody else's key, DER. */
  issue(request: CertificateRequest): Promise<Uint8Array>
  /** Another authority with a fresh key, certified by this one. */
  createSubordinate(request: SubordinateRequest): Promise<Authority>
}

interface Issuer {
  readonly subject: Subject
  readonly keys: KeyPair
  readonly random: RandomBytes
  readonly now: bigint
}

const hour = 3_600n
const year = 31_536_000n

/** A root: an authority whose certificate is signed by its own key. */
export async function createAuthority(options: AuthorityOptions): Promise<Authority> {
  const { random, now } = options
  const keys = options.keys ?? makeKeyPair(options.keyAlgorithm ?? 'Ed25519', random)
  const root = { subject: options.subject, keys, random, now }
  const certificate = await makeCertificate({ isCa: true, ...options, publicKey: keys }, root)
  return authorityOf(certificate, root)
}

function authorityOf(certificate: Uint8Array, own: Issuer): Authority {
  const { random, now } = own
  return {
    subject: own.subject,
    certificate,
    keys: own.keys,
    issue: (request) => makeCertificate(request, own),
    async createSubordinate(request) {
      const keys = request.keys ?? makeKeyPair(request.keyAlgorithm ?? 'Ed25519', random)
      const subordinate = await makeCertificate({ isCa: true, ...request, publicKey: keys }, own)
      return authorityOf(subordinate, { subject: request.subject, keys, random, now })
    },
  }
}

async function makeCertificate(request: CertificateRequest, issuer: Issuer): Promise<Uint8Array> {
  const { key, scheme } = await signingKey(issuer.keys)
  const made = await X509CertificateGenerator.create(
    {
      serialNumber: `01${hex(issuer.random(15))}`,
      subject: new Name(nameOf(request.subject)),
      issuer: new Name(nameOf(issuer.subject)),
      notBefore: dateOf(request.notBefore ?? issuer.now - hour),
      notAfter: dateOf(request.notAfter ?? issuer.now + year),
      publicKey: new PublicKey(copyBytes(spkiOf(request.publicKey))),
      signingKey: key,
      signingAlgorithm: scheme,
      extensions: extensionsOf(request, issuer),
    },
    webcrypto,
  )
  const der = new Uint8Array(made.rawData)
  return request.forgery === undefined ? der : forgeCertificate(der, request.forgery, issuer.keys)
}

function extensionsOf(request: CertificateRequest, issuer: Issuer): Extension[] {
  const { isCa = false, pathLength, extensions = [], without = [] } = request
  const usage = request.keyUsage ?? (isCa ? ['keyCertSign', 'cRLSign'] : ['digitalSignature'])
  const flags = usage.reduce((bits, name) => bits | (1 << keyUsages.indexOf(name)), 0)
  const own = [
    ...(isCa || pathLength !== undefined ? [new BasicConstraintsExtension(isCa, pathLength, true)] : []),
    ...(flags === 0 ? [] : [new KeyUsagesExtension(flags, true)]),
    new SubjectKeyIdentifierExtension(keyIdentifier(spkiOf(request.publicKey))),
    new AuthorityKeyIdentifierExtension(keyIdentifier(issuer.keys.spki)),
  ]
  return [
    ...own.filter(({ type }) => !without.includes(type)),
    ...extensions.map(({ id, critical, value }) => new Extension(id, critical, copyBytes(value))),
  ]
}

/** Any value serves that is one per key (RFC 7093 section 2 (1)). */
function keyIdentifier(spki: Uint8Array): string {
  return createHash('sha256').update(spki).digest('hex').slice(0, 40)
}

function nameOf(subject: Subject): JsonNameParams {
  const attributes = typeof subject === 'string' ? [{ type: 'CN', value: subject }] : subject
  return attributes.map(({ type, value, encoding = 'utf8String' }: NameAttribute) => ({
    [type]: [{ [encoding]: value }],
  }))
}

function dateOf(seconds: bigint): Date {
  return new Date(Number(seconds) * 1000)
}
