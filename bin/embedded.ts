// Reference gateways on real ports, in this process: the target of a run that names none, and what `serve` serves.
import { introduce } from '../harness/link/introduce.ts'
import type { NetworkAddress } from '../harness/link/remote.ts'
import { startNetwork } from '../harness/link/start.ts'
import { systemClock } from '../harness/playwright/system-clock.ts'
import type { RunningTarget } from '../harness/target.ts'
import { openSockets } from '../harness/transport/socket.ts'
import { dial } from '../reference/http/dial.ts'
import { listen } from '../reference/http/listen.ts'
import type { Log } from '../reference/log.ts'
import { systemTimer } from '../reference/timer.ts'
import type { EditionId } from '../spec/edition.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { suite } from './package.ts'
import {
  playedDomains,
  referenceDomains,
  referenceGateway,
  referenceInstance,
  referenceTarget,
} from './reference-target.ts'
import { system } from './system.ts'

/** Links wait longer than any gateway waits for its peer. */
const linkTimeoutMs = 30_000

export interface Served {
  /** The instance with the ports it really has. */
  readonly instance: InstanceFile
  /** Base URL of its external interface. */
  readonly externalUrl: string
  close(): Promise<void>
}

/** Puts a reference gateway on its ports; rejects with one line where a port cannot be had. */
export async function serveInstance(instance: InstanceFile, log: Log): Promise<Served> {
  const gateway = referenceGateway(instance, { ...system, timer: systemTimer, outbound: dial(), log })
  const listening = await listen(gateway, { internal: instance.internal, external: instance.external })
  const internal = { ...instance.internal, port: Number(new URL(listening.internal).port) }
  const external = { ...instance.external, port: Number(new URL(listening.external).port) }
  return {
    instance: { ...instance, internal, external },
    externalUrl: listening.external,
    close: async () => {
      await Promise.all([gateway.close(), listening.close()])
    },
  }
}

export interface Embedded {
  readonly target: RunningTarget
  /** The links between the gateways, for workers. */
  readonly network: NetworkAddress
  close(): Promise<void>
}

/** Starts the reference gateways of a federation for each of these editions, and the links between them. */
export async function startEmbedded(editions: readonly EditionId[], seed: number, log: Log): Promise<Embedded> {
  const gateways = editions.flatMap((edition) => referenceDomains.map((domain) => ({ edition, domain })))
  const token = () => Buffer.from(system.random(24)).toString('base64url')
  const sockets = openSockets(linkTimeoutMs)
  const network = await startNetwork({
    gateways,
    played: playedDomains,
    clock: systemClock,
    seed,
    token: token(),
    reach: sockets.channel,
  })
  const peersOf = introduce({ gateways, played: playedDomains, token, urlOf: network.urlOf })
  const served = await Promise.all(
    gateways.map(async (place) => {
      const standing = { domain: place.domain, peers: peersOf(place) }
      const one = await serveInstance(referenceInstance(place.edition, system.random, standing), log)
      network.lead(place, one.externalUrl)
      return one
    }),
  )
  const instances = served.map(({ instance }) => instance)
  return {
    target: referenceTarget(instances, suite.version),
    network: network.address,
    close: async () => {
      await Promise.all(served.map((one) => one.close()))
      await network.close()
      await sockets.close()
    },
  }
}
