// A gateway of one domain for tests, with a clock that is set by hand, and short ways to say a request.
import { createHash } from 'node:crypto'
import type { SignatureKey } from '../mls/key-package.ts'
import type { EditionId } from '../spec/edition.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts'
import type { LogEntry } from './log.ts'
import { createClientBook } from './store/client-book.ts'
import { type Holders, QueueBook } from './store/queue-book.ts'
import type { Application, Client } from './store/store.ts'

export const appId = '6f1f5a0e-3f0c-4f5a-9a55-0c1f5a0e3f0c'
export const otherAppId = '0b8d1c52-7f5c-4a0e-8f0e-5a1c527f5c4a'
const tokens = { operator: 'operator-token', server1: 'token-1', server2: 'token-2', peer: 'peer-token' }

export interface SendOptions {
  /** Who sends; application server 1 where nothing is said, nobody for `none`, and any other text is a wrong token. */
  readonly as?: keyof typeof tokens | 'none' | (string & {})
  readonly json?: unknown
  /** A body as it is, instead of `json`. */
  readonly body?: Uint8Array | string
  readonly headers?: readonly (readonly [string, string])[]
  readonly on?: 'internal' | 'external'
}

export interface Received {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly bytes: Uint8Array
  /** The parsed body; empty where there is none. */
  readonly json: Readonly<Record<string, unknown>>
}

interface Credential {
  readonly certificates: readonly Uint8Array[]
  readonly signatureKey: SignatureKey
}

export interface Trial {
  readonly gateway: Gateway
  readonly log: LogEntry[]
  readonly clock: { now(): number; pass(seconds: number): void }
  /** Certificates for a name, where clients are told by certificates. */
  readonly credential?: (name: string) => Promise<Credential>
  readonly random: (length: number) => Uint8Array
  send(method: string, target: string, options?: SendOptions): Promise<Received>
}

export function instanceOf(edition: EditionId, domains = ['a.example']): InstanceFile {
  const anyPort = { host: '127.0.0.1', port: 0 }
  return {
    edition,
    domains,
    internal: anyPort,
    external: anyPort,
    operatorToken: tokens.operator,
    applicationServers: [
      { name: 'app-server-1', token: tokens.server1 },
      { name: 'app-server-2', token: tokens.server2 },
    ],
    peers: [{ domain: 'b.example', external: 'http://127.0.0.1:9', sendToken: 'unused', receiveToken: tokens.peer }],
  }
}

/** The configuration of a Basic application as the edition writes it. */
export function basicConfiguration(edition: EditionId, id = appId): Record<string, unknown> {
  const identity =
    edition === '2023-03-08'
      ? { type: 1, parameters: {} }
      : { identity_provider_type: 1, supports_accounts: false, supports_domains: false, parameters: {} }
  return { id, identity_configuration: identity }
}

/** A handle as the edition writes it in JSON. */
export function handleText(edition: EditionId, handle: string): string {
  return edition === '2023-03-08' ? Buffer.from(handle).toString('base64') : handle
}

/** A gateway with nothing in it; on a clock of somebody else's, `pass` does nothing. */
export function startEmpty(edition: EditionId, options: Partial<GatewayOptions> = {}): Trial {
  let nowMs = 1_800_000_000_000
  const clock = {
    now: () => options.clock?.now() ?? nowMs,
    pass: (seconds: number) => {
      nowMs += seconds * 1000
    },
  }
  const log: LogEntry[] = []
  const random = options.random ?? stream(edition)
  const gateway = createGateway({
    instance: instanceOf(edition),
    random,
    ids: () => uuid(random(16)),
    outbound: () => Promise.reject(new Error('nothing may be dialled')),
    log: (entry) => log.push(entry),
    ...options,
    clock,
  })
  const send = async (method: string, target: string, options: SendOptions = {}): Promise<Received> => {
    const { as = 'server1', json, on = 'internal' } = options
    const token = as in tokens ? tokens[as as keyof typeof tokens] : as
    const body = options.body ?? (json === undefined ? '' : JSON.stringify(json))
    const headers: (readonly [string, string])[] = [
      ...(as === 'none' ? [] : [['Authorization', `Bearer ${token}`] as const]),
      ...(json === undefined ? [] : [['Content-Type', 'application/json'] as const]),
      ...(options.headers ?? []),
    ]
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const response = await gateway[on]({ method, target, headers, body: bytes })
    const text = new TextDecoder().decode(response.body)
    return {
      status: response.status,
      headers: new Map(response.headers),
      bytes: response.body,
      json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    }
  }
  return { gateway, log, clock, random, send }
}

/** A gateway with one Basic application each for application servers 1 and 2. */
export async function startTrial(edition: EditionId, options: Partial<GatewayOptions> = {}): Promise<Trial> {
  const trial = startEmpty(edition, options)
  for (const [id, name] of [
    [appId, 'app-server-1'],
    [otherAppId, 'app-server-2'],
  ] as const) {
    const json = { configuration: basicConfiguration(edition, id), applicationServers: [name], federatesWith: [] }
    const { status } = await trial.send('PUT', `/apps/${id}`, { as: 'operator', json })
    if (status !== 201) throw new Error(`the application was not defined: ${status}`)
  }
  return trial
}

/** An application with one client, for tests of a service alone. */
export function applicationWith(given: Client): { readonly application: Application; readonly client: Client } {
  const holders: Holders = new Map()
  const client = { ...given, queues: new QueueBook(holders, [...given.queues.values()]) }
  const identity = { type: 1, supportsAccounts: false, supportsDomains: false, parameters: {} }
  const application: Application = {
    id: appId,
    configuration: { id: appId, identity },
    applicationServers: new Set(),
    federatesWith: new Set(),
    clients: createClientBook([client]),
    keyPackages: { spent: new Set(), final: new Set(), holders },
    groups: new Map(),
    packets: new Map(),
    invitations: new Map(),
  }
  return { application, client }
}

/** Registers a client of application 1 and gives its id. */
export async function register(trial: Trial, clientHandle: string, tags: readonly string[] = []): Promise<string> {
  const { status, json } = await trial.send('POST', `/apps/${appId}/clients`, { json: { clientHandle, tags } })
  if (status !== 201) throw new Error(`the client was not registered: ${status} ${JSON.stringify(json)}`)
  return String(json['clientId'])
}

/** The code of a refusal: what its problem type ends with. */
export function codeOf({ json }: Received): string {
  return String(json['type']).replace('urn:mimi:problem:', '')
}

export function stream(origin: string): (length: number) => Uint8Array {
  let counter = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sha256').update(`${origin}/${counter++}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks)).slice(0, length)
  }
}

function uuid(octets: Uint8Array): string {
  const bytes = Buffer.from(octets)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
