// TLS mode at the listening side: what a server shows, whom it asks for a certificate, and what it believes of one.
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { dnsNamesOf } from '../../mls/x509/dns-names.ts'

/** PEM texts. */
export interface Tls {
  readonly key: string
  readonly certificate: string
  /** Whose certificates peers are believed by. */
  readonly authorities: string
}

/** A client without a certificate that holds gets an answer too, 401, so the handshake itself turns nobody away. */
export function termsOf({ key, certificate, authorities }: Tls, name: 'internal' | 'external') {
  const asks = { ca: authorities, requestCert: true, rejectUnauthorized: false }
  return { key, cert: certificate, minVersion: 'TLSv1.2' as const, ...(name === 'external' && asks) }
}

/** The domains a client is certified for, none if it is not; undefined without TLS. */
export function certifiedDomainsOf(socket: Socket): string[] | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  // Nothing is read in a certificate whose path was not found valid.
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined
  return certificate ? dnsNamesOf(new Uint8Array(certificate.raw)) : []
}
