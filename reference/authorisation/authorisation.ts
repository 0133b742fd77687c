// Who calls and what that caller may do: between http and the services, which never see a credential.
import { hash, timingSafeEqual } from 'node:crypto'
import type { InterfaceName, Operation } from '../../spec/operation.ts'
import type { InstanceFile } from '../../spec/profile/instance.ts'
import type { Peer, Peers } from '../federation/peers.ts'
import { type Headers, headerValues } from '../http/message.ts'
import { nothingHere, Refusal } from '../refusal.ts'
import type { Application, Store } from '../store/store.ts'
import type { Caller } from './caller.ts'

/** The rules of wire profile section 1, each in a function of its own. */
export interface Authorisation {
  /** Who holds the request's bearer token; refuses no token and an unknown one alike, as `unauthenticated`. */
  authenticate(headers: Headers): Caller
  /**
   * The peer that a client's certificate is for, in TLS mode: those of its domains that are known must be one peer's.
   * Refuses all others, and clients without a certificate that holds, alike, as `unauthenticated`.
   */
  recognise(certifiedDomains: readonly string[]): Caller
  /** Refuses a credential that is of the wrong kind for the interface. */
  admit(caller: Caller, interfaceName: InterfaceName): void
  /** Refuses an operation that is another kind of caller's. Peers call what their interface offers. */
  permit(caller: Caller, operation: Operation): void
  /** Whether the application's data is this caller's to see: its own server, or a peer it federates with. */
  mayEnter(caller: Caller, application: Application): boolean
  /** The application of that id; one that is not there and one of somebody else are refused alike. */
  enter(caller: Caller, appId: string): Application
}

export function createAuthorisation(instance: InstanceFile, store: Store, peers: Peers): Authorisation {
  const callerOf = credentials(instance, peers)
  return {
    authenticate(headers) {
      const values = headerValues(headers, 'authorization')
      const token = values.length === 1 ? /^Bearer +([^ ]+) *$/i.exec(values[0] ?? '')?.[1] : undefined
      const caller = token === undefined ? undefined : callerOf(token)
      if (caller !== undefined) return caller
      const challenge = token === undefined ? 'Bearer realm="mimi"' : 'Bearer realm="mimi", error="invalid_token"'
      throw new Refusal('unauthenticated', 'The request needs a bearer token that this gateway knows.', {
        headers: [['www-authenticate', challenge]],
      })
    },
    recognise(certifiedDomains) {
      const [peer, ...others] = new Set(certifiedDomains.flatMap((domain) => peers.ofDomain(domain) ?? []))
      if (peer !== undefined && others.length === 0) return callerFor(peer)
      throw new Refusal('unauthenticated', 'The request needs the certificate of a gateway that this one knows.', {
        headers: [['www-authenticate', 'Bearer realm="mimi"']],
      })
    },
    admit(caller, interfaceName) {
      if ((caller.kind === 'peer') === (interfaceName === 'external')) return
      throw new Refusal('forbidden', `This credential is not one for the ${interfaceName} interface.`)
    },
    permit(caller, operation) {
      if (caller.kind === 'peer' || caller.kind === operation.caller) return
      throw new Refusal('forbidden', `This operation is the ${operation.caller}'s.`)
    },
    mayEnter(caller, application) {
      if (caller.kind === 'application-server') return application.applicationServers.has(caller.name)
      const peer = peers.ofCaller(caller)
      return peer !== undefined && peers.isFederating(application, peer)
    },
    enter(caller, appId) {
      const application = store.applications.get(appId)
      if (application !== undefined && this.mayEnter(caller, application)) return application
      throw new Refusal('not-found', nothingHere)
    },
  }
}

/** One gateway is one caller, whichever of its domains it is known by and however that is written. */
function callerFor({ domain }: Peer): Caller {
  return { kind: 'peer', domain }
}

/**
 * Looks a token up by comparing its digest with every known one, in constant time. Those that were found good are looked up
 * by themselves from then on, there being no more of them than are known: a Map compares strings only where their seeded
 * hashes are equal, so the time tells nothing of how near a guess is.
 */
function credentials(instance: InstanceFile, peers: Peers): (token: string) => Caller | undefined {
  const known: [Buffer, Caller][] = [
    [digest(instance.operatorToken), { kind: 'operator' }],
    ...instance.applicationServers.map(({ name, token }): [Buffer, Caller] => [
      digest(token),
      { kind: 'application-server', name },
    ]),
    ...instance.peers.flatMap(({ domain, receiveToken }): [Buffer, Caller][] => {
      const peer = peers.ofDomain(domain)
      return receiveToken === undefined || peer === undefined ? [] : [[digest(receiveToken), callerFor(peer)]]
    }),
  ]
  const remembered = new Map<string, Caller>()
  return (token) => {
    const before = remembered.get(token)
    if (before !== undefined) return before
    const presented = digest(token)
    const found = known.filter(([expected]) => timingSafeEqual(expected, presented))[0]?.[1]
    if (found !== undefined) remembered.set(token, found)
    return found
  }
}

function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
