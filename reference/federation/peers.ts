// The gateways this one knows, from its configuration alone: whose domain leads to whom (wire profile, section 6).

import type { InstanceFile } from '../../spec/profile/instance.ts'
import type { Caller } from '../authorisation/caller.ts'
import { Refusal } from '../refusal.ts'
import type { Application } from '../store/store.ts'
import { foldDomain } from './domains.ts'

export interface Peer {
  /** The first of its domains, folded: what the gateway is called here. */
  readonly domain: string
  /** All of its domains, folded. */
  readonly domains: ReadonlySet<string>
  /** Base URL of its external interface. */
  readonly external: string
  /** What this gateway presents to it; absent in TLS mode, where it presents its certificate. */
  readonly sendToken?: string | undefined
}

export interface Peers {
  readonly all: readonly Peer[]
  /** The gateway of a domain; there is none for a name that is not in the configuration, with a trailing dot for example. */
  ofDomain(domain: string): Peer | undefined
  /** The gateway that calls; undefined for every other kind of caller. */
  ofCaller(caller: Caller): Peer | undefined
  /** Whether the application federates with the gateway. */
  isFederating(application: Application, peer: Peer): boolean
  /** Every gateway that the application federates with, each once. */
  federating(application: Application): Peer[]
  /** The gateway of a domain that the application federates with; refuses all other domains alike, as `unknown-domain`. */
  find(application: Application, domain: string): Peer
}

export function createPeers(configured: InstanceFile['peers']): Peers {
  const all = gateways(configured)
  return {
    all,
    ofDomain(domain) {
      const folded = foldDomain(domain)
      return this.all.find(({ domains }) => domains.has(folded))
    },
    ofCaller(caller) {
      return caller.kind === 'peer' ? this.ofDomain(caller.domain) : undefined
    },
    isFederating({ federatesWith }, { domains }) {
      return [...domains].some((domain) => federatesWith.has(domain))
    },
    federating(application) {
      return this.all.filter((peer) => this.isFederating(application, peer))
    },
    find(application, domain) {
      const peer = application.federatesWith.has(foldDomain(domain)) ? this.ofDomain(domain) : undefined
      if (peer !== undefined) return peer
      throw new Refusal('unknown-domain', 'The domain is neither own nor one that this application federates with.')
    },
  }
}

/** Entries with one address and one credential are one gateway with several domains (reading A-32). */
function gateways(configured: InstanceFile['peers']): Peer[] {
  const found = new Map<string, Peer>()
  for (const { domain, external, sendToken, receiveToken } of configured) {
    const key = JSON.stringify([external, receiveToken])
    const folded = foldDomain(domain)
    const known = found.get(key) ?? { domain: folded, domains: new Set(), external, sendToken }
    found.set(key, { ...known, domains: new Set([...known.domains, folded]) })
  }
  return [...found.values()]
}
