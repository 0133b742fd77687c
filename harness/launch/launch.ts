// Starts a target's gateways by its own command: instance files, free ports, readiness, one more try, logs, an end.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, seconds } from '../../simulator/clock.ts'
import { randomFrom } from '../../simulator/random.ts'
import type { EditionId } from '../../spec/edition.ts'
import type { InstanceFile } from '../../spec/profile/instance.ts'
import { ConfigurationError } from '../configuration-error.ts'
import type { Place } from '../link/network.ts'
import type { NetworkAddress } from '../link/remote.ts'
import type { Note } from '../report/model.ts'
import type { LaunchedTarget } from '../target.ts'
import { openSockets } from '../transport/socket.ts'
import type { SuiteTls } from '../transport/tls.ts'
import { makeCertificates } from './certificates.ts'
import { type StartedGateway, startFederation } from './federation.ts'
import { newInstance, provisionedApplications } from './instance.ts'
import { type GatewayProcess, NotReady, startProcess } from './process.ts'

export interface LaunchOptions {
  readonly target: LaunchedTarget
  readonly editions: readonly EditionId[]
  readonly played: readonly string[]
  readonly seed: number
  readonly clock: Clock
  readonly random: (length: number) => Uint8Array
}

export interface Launched {
  readonly instances: readonly InstanceFile[]
  readonly network: NetworkAddress
  /** Present in TLS mode. */
  readonly tls?: SuiteTls | undefined
  /** What the report has to say of the start. */
  readonly notes: readonly Note[]
  close(): Promise<void>
}

/** Links wait longer than any gateway waits for its peer. */
const linkTimeoutMs = 30_000
const betweenLooksMs = 50

/**
 * Starts a gateway for each domain the target needs in each edition; throws `ConfigurationError` where one does not come
 * up, and then nothing is left running.
 */
export async function launchTarget(options: LaunchOptions): Promise<Launched> {
  const { target, editions, played, seed, clock, random } = options
  const domains = target.capabilities.includes('federation') ? ['a.example', 'b.example'] : ['a.example']
  const gateways = editions.flatMap((edition) => domains.map((domain) => ({ edition, domain })))
  const launcher = await createLauncher({ target, clock, random, domains: [...domains, ...played] })
  const { token, start, tls } = launcher
  const sockets = openSockets(linkTimeoutMs, tls)
  const release = async () => {
    await Promise.all([sockets.close(), launcher.close()])
  }
  try {
    const network = { gateways, played, clock, seed, token, reach: sockets.channel, tls }
    const federation = await startFederation({ ...network, start })
    const close = async () => {
      await federation.close()
      await release()
    }
    return { instances: federation.instances, network: federation.network, tls, notes: launcher.notes, close }
  } catch (error) {
    await release()
    throw error
  }
}

/** Starts gateways of one target by its command, as many as it is asked for. */
export interface Launcher {
  /** A fresh credential at every call. */
  token(): string
  /** Starts the gateway of a place; rejects with `ConfigurationError` where it does not come up. */
  start(place: Place, peers: InstanceFile['peers']): Promise<StartedGateway>
  /** What the report has to say of the starts so far. */
  readonly notes: readonly Note[]
  /** Present in TLS mode. */
  readonly tls: SuiteTls | undefined
  /** Removes instance files; gateways are stopped by whoever started them. */
  close(): Promise<void>
}

export async function createLauncher({
  target,
  clock,
  random,
  domains = [],
}: Pick<LaunchOptions, 'target' | 'clock' | 'random'> & { readonly domains?: readonly string[] }): Promise<Launcher> {
  const folder = await mkdtemp(join(tmpdir(), 'mimi-conformance-launch-'))
  const tls = target.launch.tls ? await makeCertificates({ folder, domains, random, now: seconds(clock) }) : undefined
  const probes = openSockets(1_000, tls)
  const notes: Note[] = []
  const token = () => Buffer.from(random(24)).toString('base64url')
  return {
    token,
    notes,
    tls,
    async start(place, peers) {
      const attempt = () => startOne({ target, place, peers, folder, clock, token, tls, answers: probes.channel })
      try {
        return await attempt()
      } catch (error) {
        if (!(error instanceof NotReady) || !error.ended) throw notStarted(target, place, error)
        const text = `The gateway of ${place.domain} (${place.edition}) was started a second time: it ${error.message}.`
        notes.push({ code: 'relaunched', text })
        return attempt().catch((again: unknown) => Promise.reject(notStarted(target, place, again)))
      }
    },
    async close() {
      await probes.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface OneStart {
  readonly target: LaunchedTarget
  readonly place: Place
  readonly peers: InstanceFile['peers']
  readonly folder: string
  readonly clock: Clock
  readonly token: () => string
  readonly tls: SuiteTls | undefined
  readonly answers: ReturnType<typeof openSockets>['channel']
}

async function startOne({
  target,
  place,
  peers,
  folder,
  clock,
  token,
  tls,
  answers,
}: OneStart): Promise<StartedGateway> {
  const [internal, external] = await freePorts()
  const applications = target.capabilities.includes('define-application')
    ? undefined
    : provisionedApplications(place.edition, () => randomFrom(token()).uuid())
  const instance = newInstance(place, { internal, external, peers, applications, token, tls: filesOf(tls, place) })
  const file = join(folder, `${place.edition}-${place.domain}-${internal.port}.json`)
  await writeFile(file, JSON.stringify(instance, undefined, 2), { mode: 0o600 })
  const { command, env = {}, readyWithinMs = 20_000 } = target.launch
  const running: GatewayProcess = await startProcess({
    command: command.map((word) => word.replaceAll('{instance}', file)),
    env,
    folder: target.folder,
    readyWithinMs,
    pause: () => clock.pass(betweenLooksMs),
    isReady: async () => {
      const looks = [internal, external].map(({ host, port }) => {
        const url = `${tls ? 'https' : 'http'}://${host}:${port}`
        const endpoint = { domain: place.domain, interface: 'internal', url } as const
        return answers(endpoint, { method: 'GET', target: '/healthz', headers: [], body: new Uint8Array() })
      })
      return (await Promise.allSettled(looks)).every(({ status }) => status === 'fulfilled')
    },
  })
  return { instance, close: () => running.stop() }
}

/** The files of a place's own certificate, as its instance file names them. */
function filesOf(tls: SuiteTls | undefined, { domain }: Place): InstanceFile['tls'] {
  const own = tls?.identities[domain]
  const [authorities] = tls?.authorities ?? []
  return own && authorities !== undefined ? { ...own, authorities } : undefined
}

function notStarted({ file, launch }: LaunchedTarget, { domain, edition }: Place, error: unknown): Error {
  if (!(error instanceof NotReady)) return error instanceof Error ? error : new Error(String(error))
  const words = launch.command.join(' ').replace(/\s+/g, ' ')
  const command = words.length > 120 ? `${words.slice(0, 120)}…` : words
  const fix = 'run the command by hand with an instance file that `mimi-conformance serve` prints'
  return new ConfigurationError(
    `${file}: launch.command (${command}): expected a gateway for ${domain}, edition ${edition}; it ${error.message}; ${fix}`,
  )
}

type Address = InstanceFile['internal']

/** Two ports that were free a moment ago; another program may be faster, hence the second try. */
async function freePorts(): Promise<[Address, Address]> {
  const servers = [createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject)
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            resolve(typeof address === 'object' && address ? address.port : 0)
          })
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  const [internal = 0, external = 0] = ports
  return [
    { host: '127.0.0.1', port: internal },
    { host: '127.0.0.1', port: external },
  ]
}
