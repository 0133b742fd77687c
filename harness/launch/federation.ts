// Starts the gateways of a target and the recording links between them; how one gateway is started is given.

import type { InstanceFile } from '../../spec/profile/instance.ts'
import { introduce } from '../link/introduce.ts'
import type { Place } from '../link/network.ts'
import type { NetworkAddress } from '../link/remote.ts'
import { type StartOptions, startNetwork } from '../link/start.ts'

/** A gateway that answers on both interfaces. */
export interface StartedGateway {
  readonly instance: InstanceFile
  close(): Promise<void>
}

export interface FederationOptions extends Omit<StartOptions, 'token'> {
  /** A fresh credential at every call. */
  readonly token: () => string
  /** Starts the gateway of a place, with these peers; rejects where it does not come up. */
  start(place: Place, peers: InstanceFile['peers']): Promise<StartedGateway>
}

export interface StartedFederation {
  readonly instances: readonly InstanceFile[]
  readonly network: NetworkAddress
  /** Stops gateways and links; nothing is left. */
  close(): Promise<void>
}

/** Starts all gateways at once; where one does not come up, whatever was started is stopped before this rejects. */
export async function startFederation(options: FederationOptions): Promise<StartedFederation> {
  const { gateways, played, token, start } = options
  const network = await startNetwork({ ...options, token: token() })
  const peersOf = introduce({ gateways, played, token, urlOf: network.urlOf })
  const starts = await Promise.allSettled(gateways.map((place) => start(place, peersOf(place))))
  const started = starts.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const close = async () => {
    await Promise.all(started.map((gateway) => gateway.close()))
    await network.close()
  }
  const failed = starts.find((outcome) => outcome.status === 'rejected')
  if (failed) {
    await close()
    throw failed.reason
  }
  const instances = started.map(({ instance }) => instance)
  for (const [index, place] of gateways.entries()) {
    const { host, port } = instances[index]?.external ?? { host: '', port: 0 }
    network.lead(place, `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`)
  }
  return { instances, network: network.address, close }
}
