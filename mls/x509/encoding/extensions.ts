// The certificate extensions that path validation reads (RFC 5280 section 4.2.1), each from its octets to a value.
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
} from './der.ts'
import { readBoolean, readCount, readNamedBits, readOid } from './der-primitive.ts'
import { type GeneralName, readGeneralName } from './general-name.ts'

/** One extension as it stands in the certificate. */
export interface CertificateExtension {
  /** Dotted decimal. */
  readonly id: string
  readonly critical: boolean
  readonly value: Uint8Array
}

export const extensionIds = {
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
} as const

export interface BasicConstraints {
  readonly isCa: boolean
  readonly pathLength?: number
}

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly'

/** In the order of their bits. */
export const keyUsages: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
]

interface Subtree {
  readonly base: GeneralName
  /** Whether it uses minimum or maximum, which RFC 5280 has no use for. */
  readonly bounded: boolean
}

export interface NameConstraints {
  readonly permitted: readonly Subtree[]
  readonly excluded: readonly Subtree[]
}

export interface Policy {
  readonly id: string
  readonly qualifiers: readonly string[]
}

export interface PolicyConstraints {
  readonly requireExplicitPolicy?: number
  readonly inhibitPolicyMapping?: number
}

export function readBasicConstraints(octets: Uint8Array): BasicConstraints {
  const members = readMembers(readDer(octets), 'basicConstraints')
  const isCa = members.takeOptional(tags.boolean)
  const pathLength = members.takeOptional(tags.integer)
  members.end()
  return {
    isCa: isCa !== undefined && readBoolean(isCa, 'cA'),
    ...(pathLength === undefined ? {} : { pathLength: readCount(pathLength, 'pathLenConstraint') }),
  }
}

export function readKeyUsage(octets: Uint8Array): readonly KeyUsage[] {
  return readNamedBits(readDer(octets), 'keyUsage').flatMap((bit) => keyUsages[bit] ?? [])
}

export function readExtendedKeyUsage(octets: Uint8Array): readonly string[] {
  return children(expectTag(readDer(octets), tags.sequence, 'extKeyUsage')).map((purpose) =>
    readOid(purpose, 'a purpose'),
  )
}

export function readAlternativeNames(octets: Uint8Array): readonly GeneralName[] {
  return children(expectTag(readDer(octets), tags.sequence, 'subjectAltName')).map(readGeneralName)
}

export function readNameConstraints(octets: Uint8Array): NameConstraints {
  const members = readMembers(readDer(octets), 'nameConstraints')
  const permitted = members.takeOptional(constructedContext(0))
  const excluded = members.takeOptional(constructedContext(1))
  members.end()
  return { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) }
}

export function readPolicies(octets: Uint8Array): readonly Policy[] {
  return children(expectTag(readDer(octets), tags.sequence, 'certificatePolicies')).map((policy) => {
    const members = readMembers(policy, 'a policy')
    const id = readOid(members.take(tags.oid, 'identifier'), 'a policy')
    const qualifiers = members.takeOptional(tags.sequence)
    members.end()
    return { id, qualifiers: qualifiers === undefined ? [] : children(qualifiers).map(readQualifier) }
  })
}

export function readPolicyMappings(octets: Uint8Array): readonly (readonly [issuer: string, subject: string])[] {
  return children(expectTag(readDer(octets), tags.sequence, 'policyMappings')).map((mapping) => {
    const members = readMembers(mapping, 'a policy mapping')
    const issuer = readOid(members.take(tags.oid, 'issuer policy'), 'the issuer policy')
    const subject = readOid(members.take(tags.oid, 'subject policy'), 'the subject policy')
    members.end()
    return [issuer, subject]
  })
}

export function readPolicyConstraints(octets: Uint8Array): PolicyConstraints {
  const members = readMembers(readDer(octets), 'policyConstraints')
  const explicit = members.takeOptional(context(0))
  const mapping = members.takeOptional(context(1))
  members.end()
  if (explicit === undefined && mapping === undefined) throw malformed('expected a constraint in policyConstraints')
  return {
    ...(explicit === undefined ? {} : { requireExplicitPolicy: readCount(explicit, 'requireExplicitPolicy') }),
    ...(mapping === undefined ? {} : { inhibitPolicyMapping: readCount(mapping, 'inhibitPolicyMapping') }),
  }
}

export function readInhibitAnyPolicy(octets: Uint8Array): number {
  return readCount(expectTag(readDer(octets), tags.integer, 'inhibitAnyPolicy'), 'inhibitAnyPolicy')
}

function readSubtrees(list: DerValue | undefined): readonly Subtree[] {
  if (list === undefined) return []
  return children(list).map((subtree) => {
    const [base, ...bounds] = children(expectTag(subtree, tags.sequence, 'a subtree of nameConstraints'))
    if (base === undefined) throw malformed('expected a base in a subtree of nameConstraints')
    return { base: readGeneralName(base), bounded: bounds.length > 0 }
  })
}

function readQualifier(qualifier: DerValue): string {
  const members = readMembers(qualifier, 'a policy qualifier')
  const id = readOid(members.take(tags.oid, 'identifier'), 'a policy qualifier')
  members.takeAny('qualifier')
  members.end()
  return id
}
