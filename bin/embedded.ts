// Reference gateways on real ports, in this process: the target of a run that names none, and what `serve` serves.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type StartedGateway, startFederation } from '../harness/launch/federation.ts'
import type { NetworkAddress } from '../harness/link/remote.ts'
import { systemClock } from '../harness/playwright/system-clock.ts'
import type { RunningTarget } from '../harness/target.ts'
import { openSockets } from '../harness/transport/socket.ts'
import type { Gateway } from '../reference/gateway.ts'
import { defaultConnectionLimits } from '../reference/http/connections.ts'
import { dial } from '../reference/http/dial.ts'
import { listen } from '../reference/http/listen.ts'
import type { Tls } from '../reference/http/tls.ts'
import type { Log } from '../reference/log.ts'
import { systemTimer } from '../reference/timer.ts'
import type { EditionId } from '../spec/edition.ts'
import type { InstanceFile, TlsFiles } from '../spec/profile/instance.ts'
import { suite } from './package.ts'
import {
  playedDomains,
  referenceDomains,
  referenceGateway,
  referenceInstance,
  referenceTarget,
} from './reference-target.ts'
import { newToken, system } from './system.ts'

/** Links wait longer than any gateway waits for its peer. */
export const linkTimeoutMs = 30_000

export interface ServeOptions {
  readonly log: Log
  /** Whether each request is logged too, and gets an id. */
  readonly logsRequests?: boolean
  /** What the instance's PEM files are relative to. */
  readonly folder?: string
}

/**
 * Puts a reference gateway on its ports and gives the instance with the ports it really has; rejects with one line
 * where a port cannot be had. Closing lets requests under way finish, then what is on its way to peers, each for
 * `closeTimeoutMs` at most.
 */
export async function serveInstance(instance: InstanceFile, options: ServeOptions): Promise<StartedGateway> {
  const { log, logsRequests = false, folder = '.' } = options
  const tls = tlsOf(instance, folder)
  const outbound = dial(tls ? { tls: { ...tls, domainAt: (to) => domainAt(instance, to) } } : {})
  const gateway = referenceGateway(instance, { ...system, timer: systemTimer, outbound, log })
  const { internal: atInternal, external: atExternal } = instance
  const journal = logsRequests ? { log, clock: system.clock, ids: system.ids } : undefined
  const listening = await listen(gateway, { internal: atInternal, external: atExternal, tls, journal })
  const internal = { ...atInternal, port: Number(new URL(listening.internal).port) }
  const external = { ...atExternal, port: Number(new URL(listening.external).port) }
  await provision(gateway, instance)
  return {
    instance: { ...instance, internal, external },
    close: async () => {
      await listening.close()
      await within(defaultConnectionLimits.closeTimeoutMs, gateway.close())
    },
  }
}

/** Waits for work, but no longer than this. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    clock = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(clock)
}

/** The texts of an instance's PEM files; throws with one line where one cannot be read. */
function tlsOf({ tls }: InstanceFile, folder: string): Tls | undefined {
  if (!tls) return undefined
  const read = (member: keyof TlsFiles) => {
    const path = resolve(folder, tls[member])
    try {
      return readFileSync(path, 'utf8')
    } catch {
      throw new Error(`tls.${member}: expected a PEM file that can be read, there is none at ${path}`)
    }
  }
  return { key: read('key'), certificate: read('certificate'), authorities: read('authorities') }
}

function domainAt({ peers }: InstanceFile, to: string): string | undefined {
  return peers.find(({ external }) => external === to)?.domain
}

/** Defines what the instance file says is there from the start, as an operator would; throws where it is refused. */
async function provision(gateway: Gateway, { applications = [], operatorToken }: InstanceFile): Promise<void> {
  for (const { id, ...definition } of applications) {
    const headers: [string, string][] = [
      ['authorization', `Bearer ${operatorToken}`],
      ['content-type', 'application/json'],
    ]
    const body = new TextEncoder().encode(JSON.stringify(definition))
    const target = `/apps/${encodeURIComponent(id)}`
    const answer = await gateway.internal({ method: 'PUT', target, headers, body })
    if (answer.status > 299)
      throw new Error(
        `applications: ${id}: expected an application that can be defined, the gateway answered ${answer.status}`,
      )
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
  const sockets = openSockets(linkTimeoutMs)
  const federation = await startFederation({
    gateways: editions.flatMap((edition) => referenceDomains.map((domain) => ({ edition, domain }))),
    played: playedDomains,
    clock: systemClock,
    seed,
    token: newToken,
    reach: sockets.channel,
    start: (place, peers) => serveInstance(referenceInstance(place, newToken, peers), { log }),
  })
  return {
    target: referenceTarget(federation.instances, suite.version),
    network: federation.network,
    close: async () => {
      await federation.close()
      await sockets.close()
    },
  }
}
