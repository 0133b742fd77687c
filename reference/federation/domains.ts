// Domain names as this gateway compares them: which are its own, and which it knows (wire profile, section 6).
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import { Refusal } from '../refusal.ts'

/** Folds the letters A to Z alone, so that no other character can turn into one of them. */
export function foldDomain(domain: string): string {
  return domain.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

export interface Domains {
  isOwn(domain: string): boolean
  /** Refuses a domain that is not this gateway's own as `unknown-domain`; nobody is asked about it. */
  checkOwn(domain: string | undefined): void
  /** Refuses the absence of a domain as `missing-domain`. */
  checkSaid(domain: string | undefined): void
  /** Refuses the absence of a domain as `missing-domain` where the gateway has several to choose from. */
  checkGiven(domain: string | undefined): void
  /**
   * The own domain, folded, that a client said to be of `domain` belongs to; undefined where the application has none.
   * Refuses another domain, and the absence of one where there are several to choose from.
   */
  homeOf(configuration: ApplicationConfiguration, domain: string | undefined): string | undefined
  /** Refuses a client of another domain than the gateway's own, as `wrong-domain` (reading A-39). */
  checkHome(domain: string | undefined): void
}

export function createDomains(own: readonly string[]): Domains {
  const folded = new Set(own.map(foldDomain))
  return {
    isOwn(domain) {
      return folded.has(foldDomain(domain))
    },
    checkOwn(domain) {
      if (domain === undefined || this.isOwn(domain)) return
      throw new Refusal('unknown-domain', 'The domain is neither own nor one that this application federates with.')
    },
    checkSaid(domain) {
      if (domain === undefined) throw new Refusal('missing-domain', 'A client of a federation has a domain: say which.')
    },
    checkGiven(domain) {
      if (domain !== undefined || folded.size === 1) return
      throw new Refusal('missing-domain', 'This gateway has several domains: one must be given.')
    },
    homeOf({ identity }, domain) {
      this.checkOwn(domain)
      if (!identity.supportsDomains) return undefined
      this.checkGiven(domain)
      return domain === undefined ? [...folded][0] : foldDomain(domain)
    },
    checkHome(domain) {
      if (domain === undefined || this.isOwn(domain)) return
      throw new Refusal('wrong-domain', 'The client is of another domain than this gateway.')
    },
  }
}
