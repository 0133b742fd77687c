// The instance file of a gateway that the suite starts: two application servers, an operator, and its peers.
import type { InstanceFile } from '../../spec/profile/instance.ts'
import type { Place } from '../link/network.ts'

export interface InstanceOptions extends Pick<InstanceFile, 'internal' | 'external' | 'peers'> {
  /** A fresh credential at every call. */
  readonly token: () => string
}

export function newInstance({ edition, domain }: Place, options: InstanceOptions): InstanceFile {
  const { internal, external, peers, token } = options
  return {
    edition,
    domains: [domain],
    internal,
    external,
    operatorToken: token(),
    applicationServers: ['app-server-1', 'app-server-2'].map((name) => ({ name, token: token() })),
    peers,
  }
}
