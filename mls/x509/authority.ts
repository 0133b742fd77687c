// A certificate authority for simulations and tests: good certificates of its own making, and bad ones on demand.
import type { JsonAttributeObject, JsonNameParams } from '@peculiar/x509'
import { hex } from '../codec/bytes.ts'
import type { RandomBytes } from '../random.ts'
import { type Forgery, forgeCertificate } from './authority/forge.ts'
import { type KeyAlgorithm, type KeyPair, makeKeyPair, type SubjectKey, spkiOf } from './authority/key-pair.ts'
import { type Contents, makeCertificate } from './authority/write-certificate.ts'
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
  const certificate = await certify({ isCa: true, ...options, publicKey: keys }, root)
  return authorityOf(certificate, root)
}

function authorityOf(certificate: Uint8Array, own: Issuer): Authority {
  const { random, now } = own
  return {
    subject: own.subject,
    certificate,
    keys: own.keys,
    issue: (request) => certify(request, own),
    async createSubordinate(request) {
      const keys = request.keys ?? makeKeyPair(request.keyAlgorithm ?? 'Ed25519', random)
      const subordinate = await certify({ isCa: true, ...request, publicKey: keys }, own)
      return authorityOf(subordinate, { subject: request.subject, keys, random, now })
    },
  }
}

async function certify(request: CertificateRequest, issuer: Issuer): Promise<Uint8Array> {
  const der = await makeCertificate(contentsOf(request, issuer), issuer.keys)
  return request.forgery === undefined ? der : forgeCertificate(der, request.forgery, issuer.keys)
}

function contentsOf(request: CertificateRequest, { subject, keys, random, now }: Issuer): Contents {
  const { isCa = false, pathLength, extensions = [], without = [] } = request
  const usage = request.keyUsage ?? (isCa ? ['keyCertSign', 'cRLSign'] : ['digitalSignature'])
  return {
    serialNumber: `01${hex(random(15))}`,
    subject: nameOf(request.subject),
    issuer: nameOf(subject),
    notBefore: Number(request.notBefore ?? now - hour),
    notAfter: Number(request.notAfter ?? now + year),
    spki: hex(spkiOf(request.publicKey)),
    issuerSpki: hex(keys.spki),
    isCa,
    pathLength,
    keyUsageFlags: usage.reduce((bits, name) => bits | (1 << keyUsages.indexOf(name)), 0),
    extensions: extensions.map(({ id, critical, value }) => ({ id, critical, value: hex(value) })),
    without,
  }
}

function nameOf(subject: Subject): JsonNameParams {
  const attributes = typeof subject === 'string' ? [{ type: 'CN', value: subject }] : subject
  return attributes.map(({ type, value, encoding = 'utf8String' }: NameAttribute) => ({
    [type]: [{ [encoding]: value }],
  }))
}
