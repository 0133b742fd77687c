// The instance file of a gateway that the suite starts: two application servers, an operator, and its peers.
import { z } from 'zod'
import type { EditionId } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import type { InstanceFile } from '../../spec/profile/instance.ts'
import type { Place } from '../link/network.ts'

/** The application servers that every gateway knows which the suite starts. */
const applicationServers = ['app-server-1', 'app-server-2']

export interface InstanceOptions
  extends Pick<InstanceFile, 'internal' | 'external' | 'peers' | 'applications' | 'tls'> {
  /** A fresh credential at every call. */
  readonly token: () => string
}

export function newInstance({ edition, domain }: Place, options: InstanceOptions): InstanceFile {
  const { internal, external, peers, applications, tls, token } = options
  return {
    edition,
    domains: [domain],
    internal,
    external,
    operatorToken: token(),
    applicationServers: applicationServers.map((name) => ({ name, token: token() })),
    peers: tls ? peers.map(({ domain: peer, external: at }) => ({ domain: peer, external: at })) : peers,
    ...(tls && { tls }),
    ...(applications && { applications }),
  }
}

/** An application with the Basic provider for each application server, for gateways that let nobody define them. */
export function provisionedApplications(edition: EditionId, newId: () => string): InstanceFile['applications'] {
  const { output } = editions[edition].operations.listApplications
  const identity = { type: 1, supportsAccounts: false, supportsDomains: false, parameters: {} }
  return applicationServers.map((server) => {
    const id = newId()
    const [configuration] = output ? (z.encode(output, [{ id, identity }]) as Record<string, unknown>[]) : []
    return { id, configuration: configuration ?? {}, applicationServers: [server], federatesWith: [] }
  })
}
