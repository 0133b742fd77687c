// The domains that a certificate is for: its dNSNames, and nothing else (RFC 9525 section 6.3; no common name, no wildcard).
import { MlsRejection } from '../rejection.ts'
import { parseCertificate } from './certificate.ts'
import { tags } from './encoding/der.ts'
import { writeDer } from './encoding/der-writer.ts'
import { type CertificateExtension, extensionIds } from './encoding/extensions.ts'

/** The dNSNames of a DER certificate in lower case, wildcards left out; none where it cannot be read. */
export function dnsNamesOf(certificate: Uint8Array): string[] {
  try {
    const { alternativeNames = [] } = parseCertificate(certificate)
    const names = alternativeNames.flatMap((name) => (name.form === 'dNSName' ? [name.text.toLowerCase()] : []))
    return names.filter((name) => !name.includes('*'))
  } catch (error) {
    if (error instanceof MlsRejection) return []
    throw error
  }
}

/** A check of a server's certificate, as TLS asks for one: it is for this domain, whatever address was dialled. */
export function serverIdentityOf(
  domain: string,
): (host: string, certificate: { raw: Uint8Array }) => Error | undefined {
  return (_, { raw }) =>
    dnsNamesOf(new Uint8Array(raw)).includes(domain.toLowerCase())
      ? undefined
      : new Error(`the certificate is not one for ${domain}`)
}

/** A subjectAltName with these domains as dNSNames and these IPv4 addresses as iPAddresses. */
export function alternativeNames(domains: readonly string[], addresses: readonly string[]): CertificateExtension {
  const names = [
    ...domains.map((domain) => writeDer(0x82, new TextEncoder().encode(domain))),
    ...addresses.map((address) => writeDer(0x87, Uint8Array.from(address.split('.'), Number))),
  ]
  return { id: extensionIds.subjectAltName, critical: false, value: writeDer(tags.sequence, ...names) }
}
