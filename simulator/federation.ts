// Domains that federate: who lives where, the configuration that their applications share, the certificates behind it.
import { type Authority, createAuthority } from '../mls/x509/authority.ts'
import type { Edition } from '../spec/edition.ts'
import type { ApplicationConfiguration } from '../spec/operation.ts'
import { type Clock, seconds } from './clock.ts'
import type { Random } from './random.ts'

/** A client's signature key under the handle it is to be known by. */
export interface CertificateSubject {
  readonly handle: Uint8Array
  readonly signatureKey: Uint8Array
  readonly cipherSuite: number
  /** Unix seconds; default a year from when the world began. */
  readonly notAfter?: bigint
}

/** Certificates in DER, the client's first, then that of its domain. */
export type Certify = (domain: string, subject: CertificateSubject) => Promise<readonly Uint8Array[]>

export interface Federation {
  /** The first one is that of the gateway in whose application a story begins. */
  readonly domains: readonly string[]
  /** Where a person lives: Carol and Dave in the second domain, all others in the first. */
  homeOf(name: string): string
  /** What every gateway of the federation is to be configured with for this application. */
  configuration(id: string): Promise<ApplicationConfiguration>
  /** Absent where clients are known by Basic credentials. */
  readonly certify?: Certify
}

export interface FederationOptions {
  readonly edition: Edition
  readonly domains: readonly string[]
  readonly random: Random
  readonly clock: Clock
}

/**
 * A federation as an edition allows it (wire profile, section 6): with X.509 and domains, so that a certificate says where
 * a client belongs; in 2023-03-08 with Basic, where a client belongs to the gateway it is registered at.
 */
export function createFederation({ edition, domains, random, clock }: FederationOptions): Federation {
  const [first = '', second = first] = domains
  const homeOf = (name: string) => (['Carol', 'Dave'].includes(name) ? second : first)
  if (edition.id === '2023-03-08') {
    const identity = { type: 1, supportsAccounts: false, supportsDomains: false, parameters: {} }
    return { domains, homeOf, configuration: async (id) => ({ id, identity }) }
  }
  const authorities = createAuthorities(random, clock)
  return {
    domains,
    homeOf,
    async configuration(id) {
      const parameters = {
        device_handle_range: { start: 0, end: 0 },
        domain_name_offset: 1,
        trust_anchors: [Buffer.from((await authorities.root()).certificate).toString('base64')],
      }
      return { id, identity: { type: 2, supportsAccounts: false, supportsDomains: true, parameters } }
    },
    async certify(domain, { handle, notAfter, ...publicKey }) {
      const authority = await authorities.of(domain)
      const subject = new TextDecoder().decode(handle)
      return [await authority.issue({ subject, publicKey, ...(notAfter && { notAfter }) }), authority.certificate]
    },
  }
}

/** One root for the federation and one authority for each domain, made when first asked for. */
function createAuthorities(random: Random, clock: Clock) {
  const made = new Map<string, Promise<Authority>>()
  const once = (name: string, make: () => Promise<Authority>) => {
    const known = made.get(name) ?? make()
    made.set(name, known)
    return known
  }
  const root = () =>
    once('', async () => {
      const keys = random.branch('authorities')
      return createAuthority({
        subject: 'Federation root',
        random: (length) => keys.bytes(length),
        now: seconds(clock),
      })
    })
  return {
    root,
    of: (domain: string) =>
      once(domain, async () => (await root()).createSubordinate({ subject: domain, pathLength: 0 })),
  }
}
