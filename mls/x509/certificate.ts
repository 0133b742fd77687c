// A certificate as an immutable value, read from DER once and for all (RFC 5280 section 4.1): what the path checks judge.
import { copyBytes } from '../codec/bytes.ts'
import { remember } from '../crypto/remember.ts'
import {
  children,
  constructedContext,
  context,
  type DerValue,
  expectTag,
  malformed,
  readDer,
  readMembers,
  tags,
} from './encoding/der.ts'
import { readBoolean, readCount, readInteger, readOctetBits, readOid, readTime } from './encoding/der-primitive.ts'
import { type DistinguishedName, readName } from './encoding/distinguished-name.ts'
import {
  type BasicConstraints,
  type CertificateExtension,
  extensionIds,
  type KeyUsage,
  type NameConstraints,
  type Policy,
  type PolicyConstraints,
  readAlternativeNames,
  readBasicConstraints,
  readExtendedKeyUsage,
  readInhibitAnyPolicy,
  readKeyUsage,
  readNameConstraints,
  readPolicies,
  readPolicyConstraints,
  readPolicyMappings,
} from './encoding/extensions.ts'
import type { GeneralName } from './encoding/general-name.ts'

export interface AlgorithmIdentifier {
  /** Dotted decimal. */
  readonly id: string
  readonly parameters?: DerValue
  readonly der: Uint8Array
}

export interface Certificate {
  readonly der: Uint8Array
  /** 1, 2 or 3. */
  readonly version: number
  readonly serialNumber: bigint
  /** The algorithm beside the signature, and the one inside what is signed; they have to be equal. */
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signedAlgorithm: AlgorithmIdentifier
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  /** Unix seconds, both ends inclusive. */
  readonly notBefore: bigint
  readonly notAfter: bigint
  readonly publicKey: { readonly algorithm: AlgorithmIdentifier; readonly bits: Uint8Array; readonly spki: Uint8Array }
  readonly extensions: readonly CertificateExtension[]
  readonly basicConstraints?: BasicConstraints
  readonly keyUsage?: readonly KeyUsage[]
  readonly extendedKeyUsage?: readonly string[]
  readonly alternativeNames?: readonly GeneralName[]
  readonly nameConstraints?: NameConstraints
  readonly policies?: readonly Policy[]
  readonly policyMappings?: readonly (readonly [issuer: string, subject: string])[]
  readonly policyConstraints?: PolicyConstraints
  readonly inhibitAnyPolicy?: number
}

/** Longest certificate that is read at all, in bytes, and longest that is remembered. */
const longest = 65_536
const longestKnown = 4_096

/**
 * Reads one DER certificate. Throws MlsRejection('malformed', X5-02) for anything else, malformed known extensions included;
 * judges nothing but the encoding. Of an extension that occurs twice the first is read: the path checks refuse it.
 */
export function parseCertificate(bytes: Uint8Array): Certificate {
  if (bytes.length > longest) throw malformed(`expected at most ${longest} bytes; found ${bytes.length}`)
  return bytes.length > longestKnown ? read(bytes) : readOnce(bytes)
}

/** The certificates of CAs come back with every leaf, those of leaves with every message of their client. */
const readOnce = remember(read)

function read(bytes: Uint8Array): Certificate {
  const der = copyBytes(bytes)
  const outer = readMembers(readDer(der), 'Certificate')
  const signed = readSigned(outer.take(tags.sequence, 'tbsCertificate'))
  const signatureAlgorithm = readAlgorithm(outer.take(tags.sequence, 'signatureAlgorithm'))
  readOctetBits(outer.take(tags.bitString, 'signatureValue'), 'signatureValue')
  outer.end()
  return { der, signatureAlgorithm, ...signed, ...readKnown(signed.extensions) }
}

export function readAlgorithm(value: DerValue): AlgorithmIdentifier {
  const [id, parameters, ...more] = children(expectTag(value, tags.sequence, 'an algorithm'))
  if (id === undefined || more.length > 0) throw malformed('expected an algorithm of identifier and parameters')
  return {
    id: readOid(id, 'an algorithm'),
    ...(parameters === undefined ? {} : { parameters }),
    der: value.whole,
  }
}

function readSigned(value: DerValue) {
  const members = readMembers(value, 'tbsCertificate')
  const version = readVersion(members.takeOptional(constructedContext(0)))
  const serialNumber = readInteger(members.take(tags.integer, 'serialNumber'), 'serialNumber')
  const signedAlgorithm = readAlgorithm(members.take(tags.sequence, 'signature'))
  const issuer = readName(members.take(tags.sequence, 'issuer'), 'issuer')
  const validity = readMembers(members.take(tags.sequence, 'validity'), 'validity')
  const notBefore = readTime(validity.takeAny('notBefore'), 'notBefore')
  const notAfter = readTime(validity.takeAny('notAfter'), 'notAfter')
  validity.end()
  const subject = readName(members.take(tags.sequence, 'subject'), 'subject')
  const publicKey = readPublicKey(members.take(tags.sequence, 'subjectPublicKeyInfo'))
  members.takeOptional(context(1))
  members.takeOptional(context(2))
  const extensions = readExtensions(members.takeOptional(constructedContext(3)))
  members.end()
  return { version, serialNumber, signedAlgorithm, issuer, subject, notBefore, notAfter, publicKey, extensions }
}

function readVersion(tagged: DerValue | undefined): number {
  if (tagged === undefined) return 1
  const version = readCount(expectTag(readDer(tagged.content), tags.integer, 'version'), 'version') + 1
  if (version < 1 || version > 3) throw malformed(`expected version 1 to 3; found ${version}`)
  return version
}

function readPublicKey(value: DerValue): Certificate['publicKey'] {
  const members = readMembers(value, 'subjectPublicKeyInfo')
  const algorithm = readAlgorithm(members.take(tags.sequence, 'algorithm'))
  const bits = readOctetBits(members.take(tags.bitString, 'subjectPublicKey'), 'subjectPublicKey')
  members.end()
  return { algorithm, bits, spki: value.whole }
}

function readExtensions(tagged: DerValue | undefined): readonly CertificateExtension[] {
  if (tagged === undefined) return []
  const list = children(expectTag(readDer(tagged.content), tags.sequence, 'extensions'))
  if (list.length === 0) throw malformed('expected at least one extension; found none')
  return list.map((extension) => {
    const members = readMembers(extension, 'an extension')
    const id = readOid(members.take(tags.oid, 'extnID'), 'extnID')
    const critical = members.takeOptional(tags.boolean)
    const value = members.take(tags.octetString, 'extnValue').content
    members.end()
    return { id, critical: critical !== undefined && readBoolean(critical, 'critical'), value }
  })
}

function readKnown(extensions: readonly CertificateExtension[]) {
  const known = <Key extends string, Value>(key: Key, id: string, read: (octets: Uint8Array) => Value) => {
    const extension = extensions.find((candidate) => candidate.id === id)
    return (extension === undefined ? {} : { [key]: read(extension.value) }) as { readonly [K in Key]?: Value }
  }
  return {
    ...known('basicConstraints', extensionIds.basicConstraints, readBasicConstraints),
    ...known('keyUsage', extensionIds.keyUsage, readKeyUsage),
    ...known('extendedKeyUsage', extensionIds.extendedKeyUsage, readExtendedKeyUsage),
    ...known('alternativeNames', extensionIds.subjectAltName, readAlternativeNames),
    ...known('nameConstraints', extensionIds.nameConstraints, readNameConstraints),
    ...known('policies', extensionIds.certificatePolicies, readPolicies),
    ...known('policyMappings', extensionIds.policyMappings, readPolicyMappings),
    ...known('policyConstraints', extensionIds.policyConstraints, readPolicyConstraints),
    ...known('inhibitAnyPolicy', extensionIds.inhibitAnyPolicy, readInhibitAnyPolicy),
  }
}
