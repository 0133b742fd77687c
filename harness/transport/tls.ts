// What the suite shows and believes in TLS mode: certificates of the domains that it stands for, and authorities. Files only.
import { readFileSync } from 'node:fs'
import { serverIdentityOf } from '../../mls/x509/dns-names.ts'

/** Paths of PEM files, so that a plan never holds a key. */
export interface SuiteTls {
  readonly authorities: readonly string[]
  /** By domain. */
  readonly identities: Readonly<Record<string, Identity>>
}

export interface Identity {
  readonly key: string
  readonly certificate: string
}

/** How to connect to the gateway of a domain, with the certificate of another where one is to be shown. */
export function clientTerms({ authorities, identities }: SuiteTls, domain: string, presenting: string | undefined) {
  const shown = presenting === undefined ? undefined : identities[presenting]
  return {
    ca: authorities.map((path) => readFileSync(path, 'utf8')),
    ...(shown && { key: readFileSync(shown.key, 'utf8'), cert: readFileSync(shown.certificate, 'utf8') }),
    servername: domain,
    checkServerIdentity: serverIdentityOf(domain),
  }
}

/** How to listen in the place of a domain; a client has to show a certificate under the authorities. */
export function serverTerms({ authorities, identities }: SuiteTls, domain: string) {
  const own = identities[domain]
  if (!own) return undefined
  return {
    ca: authorities.map((path) => readFileSync(path, 'utf8')),
    key: readFileSync(own.key, 'utf8'),
    cert: readFileSync(own.certificate, 'utf8'),
    requestCert: true,
    rejectUnauthorized: false,
  }
}
