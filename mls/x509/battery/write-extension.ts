// Extensions for the battery's certificates, written by hand so that they can say what no library would (RFC 5280 section 4.2.1).
import { constructedContext, context, tags } from '../encoding/der.ts'
import { writeDer, writeOid } from '../encoding/der-writer.ts'
import { type CertificateExtension, extensionIds } from '../encoding/extensions.ts'

const sequence = (...members: readonly Uint8Array[]) => writeDer(tags.sequence, ...members)
const ascii = (tag: number, text: string) => writeDer(tag, Buffer.from(text, 'latin1'))

/** General names as DER, by form. */
export const generalName = {
  mailbox: (text: string) => ascii(context(1), text),
  dns: (text: string) => ascii(context(2), text),
  uri: (text: string) => ascii(context(6), text),
  /** An address, or in a constraint an address and its mask. */
  ip: (...bytes: readonly number[]) => writeDer(context(7), Buffer.from(bytes)),
  registeredId: (dotted: string) => writeDer(context(8), writeOid(dotted).subarray(2)),
  /** A directory name of attributes `[type, value]`, from the most general on. */
  directory: (...attributes: readonly (readonly [type: string, value: string])[]) =>
    writeDer(constructedContext(4), directoryName(attributes)),
}

function directoryName(attributes: readonly (readonly [type: string, value: string])[]): Uint8Array {
  const parts = attributes.map(([type, value]) =>
    writeDer(tags.set, sequence(writeOid(type), writeDer(tags.utf8String, Buffer.from(value)))),
  )
  return sequence(...parts)
}

export function unknownExtension(critical: 'critical' | 'not critical'): CertificateExtension {
  return { id: '1.3.6.1.4.1.55555.1', critical: critical === 'critical', value: writeDer(tags.null) }
}

export function alternativeNames(...names: readonly Uint8Array[]): CertificateExtension {
  return { id: extensionIds.subjectAltName, critical: false, value: sequence(...names) }
}

export function nameConstraints(subtrees: {
  readonly permitted?: readonly Uint8Array[]
  readonly excluded?: readonly Uint8Array[]
  /** DER after the base of every subtree. */
  readonly bounds?: readonly Uint8Array[]
}): CertificateExtension {
  const list = (tag: number, names: readonly Uint8Array[] = []) =>
    names.length === 0 ? [] : [writeDer(tag, ...names.map((name) => sequence(name, ...(subtrees.bounds ?? []))))]
  const value = sequence(
    ...list(constructedContext(0), subtrees.permitted),
    ...list(constructedContext(1), subtrees.excluded),
  )
  return { id: extensionIds.nameConstraints, critical: true, value }
}

export function purposes(critical: 'critical' | 'not critical', ...ids: readonly string[]): CertificateExtension {
  return {
    id: extensionIds.extendedKeyUsage,
    critical: critical === 'critical',
    value: sequence(...ids.map(writeOid)),
  }
}

export function requireExplicitPolicy(after: number): CertificateExtension {
  return {
    id: extensionIds.policyConstraints,
    critical: true,
    value: sequence(writeDer(context(0), Buffer.of(after))),
  }
}

export function inhibitAnyPolicy(after: number): CertificateExtension {
  return { id: extensionIds.inhibitAnyPolicy, critical: true, value: writeDer(tags.integer, Buffer.of(after)) }
}

export function policyMapping(issuer: string, subject: string): CertificateExtension {
  return {
    id: extensionIds.policyMappings,
    critical: true,
    value: sequence(sequence(writeOid(issuer), writeOid(subject))),
  }
}

/** One policy, critical; `qualifier` is the id of one that is put with it. */
export function policy(id: string, qualifier?: string): CertificateExtension {
  const qualifiers =
    qualifier === undefined ? [] : [sequence(sequence(writeOid(qualifier), ascii(tags.ia5String, 'https://a.example')))]
  return {
    id: extensionIds.certificatePolicies,
    critical: true,
    value: sequence(sequence(writeOid(id), ...qualifiers)),
  }
}
