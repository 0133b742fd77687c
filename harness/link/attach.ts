// Links for gateways that run already: the suite listens where each of them was told that its peers are.
import type { Clock } from '../../simulator/clock.ts'
import type { EditionId } from '../../spec/edition.ts'
import type { InstanceFile } from '../../spec/profile/instance.ts'
import { ConfigurationError } from '../configuration-error.ts'
import type { RunningTarget, Wiring } from '../target.ts'
import type { Channel } from '../transport/recorder.ts'
import type { LinkEnds } from './link.ts'
import { type RunningNetwork, startNetwork } from './start.ts'

export interface AttachOptions {
  readonly target: RunningTarget
  readonly wiring: Wiring
  /** The target file, for what has to be put right in it. */
  readonly file: string
  readonly editions: readonly EditionId[]
  readonly clock: Clock
  readonly seed: number
  readonly token: string
  readonly reach: Channel
}

/**
 * Listens at every address that a gateway of the target dials for a peer, records what passes and carries it on. Throws
 * `ConfigurationError` where the target file and the instances in it do not fit together.
 */
export async function attachNetwork(options: AttachOptions): Promise<RunningNetwork> {
  const { target, wiring, file, editions } = options
  const instances = target.gateways.filter(({ edition }) => editions.includes(edition))
  const network = await startNetwork({
    ...options,
    tls: target.tls,
    gateways: instances.map(placeOf),
    played: [...new Set(wiring.scriptedPeers.map(({ domain }) => domain))],
    listenAt: (ends) => listenAddress(ends, instances, { wiring, file }),
  })
  for (const instance of instances) {
    const place = placeOf(instance)
    const peers = instances.filter(({ edition }) => edition === place.edition)
    const isUsed = (listen: Address) => peers.some((peer) => dials(peer, place.domain, listen))
    const relay = wiring.relays.find(({ domain, listen }) => domain === place.domain && isUsed(listen))
    network.lead(
      place,
      relay?.to ?? `${instance.tls ? 'https' : 'http'}://${instance.external.host}:${instance.external.port}`,
    )
  }
  return network
}

function placeOf({ edition, domains }: InstanceFile): { edition: EditionId; domain: string } {
  return { edition, domain: domains[0] ?? '' }
}

type Address = InstanceFile['external']

function dials({ peers }: InstanceFile, domain: string, { host, port }: Address): boolean {
  return peers.some((peer) => {
    const url = new URL(peer.external)
    return peer.domain === domain && url.hostname === host && Number(url.port) === port
  })
}

function listenAddress(
  { edition, from, to }: LinkEnds,
  instances: readonly InstanceFile[],
  { wiring, file }: Pick<AttachOptions, 'wiring' | 'file'>,
): Address {
  const gateway = instances.find((one) => one.edition === edition && one.domains[0] === from)
  const offered = [...wiring.relays, ...wiring.scriptedPeers].filter(({ domain }) => domain === to)
  const found = offered.find(({ listen }) => gateway && dials(gateway, to, listen))
  if (found) return found.listen
  throw new ConfigurationError(
    `${file}: gateways: the gateway of ${from} (${edition}): expected a peer ${to} whose address is a \`listen\` of relays or scriptedPeers`,
  )
}
