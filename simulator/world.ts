// A world of domains around gateways that run somewhere else: who can call them, and the people who live there.
import type { Edition } from '../spec/edition.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { type ApplicationServer, createApplicationServer } from './application-server.ts'
import { type Caller, createCaller } from './caller.ts'
import type { Clock } from './clock.ts'
import type { Endpoint, Transport } from './exchange.ts'
import type { Federation } from './federation.ts'
import { createPerson, type Person } from './person.ts'
import type { Random } from './random.ts'

export interface WorldOptions {
  readonly edition: Edition
  readonly instances: readonly InstanceFile[]
  readonly transport: Transport
  readonly random: Random
  readonly clock: Clock
  readonly cipherSuite: number
  /** Where people live and how they are known, in a world of several domains. */
  readonly federation?: Federation | undefined
}

/** One gateway and those who may call it. */
export interface Domain {
  readonly name: string
  readonly internal: Endpoint
  readonly external: Endpoint
  readonly operator: Caller
  /** Names of the application servers the gateway knows, in the order of its instance file. */
  readonly applicationServers: readonly string[]
  /** Domains whose gateways it knows, whoever federates with them. */
  readonly peers: readonly string[]
  /** The application server of that name, working for the application `appId`. */
  applicationServer(name: string, appId: string): ApplicationServer
  /** The peer gateway of that domain, calling this gateway's external interface. */
  peer(domain: string): Caller | undefined
  /** The same peer gateway, working for the application `appId`. */
  peerFor(domain: string, appId: string): ApplicationServer | undefined
  /** Somebody without any credential. */
  stranger(at: 'internal' | 'external'): Caller
}

export interface World {
  readonly edition: Edition
  readonly clock: Clock
  readonly random: Random
  readonly cipherSuite: number
  readonly domains: readonly Domain[]
  readonly federation?: Federation
  /** The person of that name; the same one at every call. */
  person(name: string): Person
  /** A world around the same gateways with other people, whose clients use that cipher suite. */
  inSuite(cipherSuite: number): World
}

export function createWorld(options: WorldOptions): World {
  const { edition, clock, random, cipherSuite, federation } = options
  const people = new Map<string, Person>()
  return {
    edition,
    clock,
    random,
    cipherSuite,
    domains: options.instances.map((instance) => domainOf(instance, options)),
    ...(federation && { federation }),
    person(name) {
      const place = { home: federation?.homeOf(name), certify: federation?.certify }
      const known =
        people.get(name) ?? createPerson({ name, random: random.branch(name), clock, cipherSuite, ...place })
      people.set(name, known)
      return known
    },
    inSuite: (other) => createWorld({ ...options, cipherSuite: other, random: random.branch(`cipher suite ${other}`) }),
  }
}

function domainOf(instance: InstanceFile, { edition, transport }: WorldOptions): Domain {
  const name = instance.domains[0] ?? ''
  const homeDomain = instance.domains.length > 1 ? name : undefined
  const endpoint = (side: 'internal' | 'external'): Endpoint => {
    const { host, port } = instance[side]
    return {
      domain: name,
      interface: side,
      url: `${instance.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    }
  }
  const internal = endpoint('internal')
  const external = endpoint('external')
  const shownAs = (domain: string): Endpoint => (instance.tls ? { ...external, presenting: domain } : external)
  const caller = (who: string, at: Endpoint, token?: string) =>
    createCaller({ name: who, edition, endpoint: at, transport, token })
  return {
    name,
    internal,
    external,
    operator: caller('operator', internal, instance.operatorToken),
    applicationServers: instance.applicationServers.map((server) => server.name),
    peers: instance.peers.map(({ domain }) => domain),
    applicationServer(serverName, appId) {
      const known = instance.applicationServers.find((server) => server.name === serverName)
      return createApplicationServer(
        { name: serverName, edition, endpoint: internal, transport, token: known?.token, homeDomain },
        appId,
      )
    },
    peer(domain) {
      const known = instance.peers.find((peer) => peer.domain === domain)
      return known && caller(`gateway ${domain}`, shownAs(domain), known.receiveToken)
    },
    peerFor(domain, appId) {
      const known = instance.peers.find((peer) => peer.domain === domain)
      const token = known?.receiveToken
      const peer = { name: `gateway ${domain}`, edition, endpoint: shownAs(domain), transport, token }
      return known && createApplicationServer(peer, appId)
    },
    stranger: (at) => caller('stranger', at === 'internal' ? internal : external),
  }
}
