// The reference gateway as a target: what it declares, the instances it runs as, and gateways made from them.
import { Buffer } from 'node:buffer'
import type { RunningTarget } from '../harness/target.ts'
import { createGateway, type Gateway, type GatewayOptions } from '../reference/gateway.ts'
import type { Capability } from '../spec/capability.ts'
import type { EditionId } from '../spec/edition.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'

/** What the reference gateway offers; everything else about it is not judged. */
export const referenceCapabilities: readonly Capability[] = [
  'define-application',
  'list-applications',
  'edit-client',
  'retrieve-client',
  'delete-client',
  'key-queues',
  'delete-queue',
  'relabel-queue',
  'final-keys',
  'groups',
  'external-commits',
  'external-senders',
  'basic',
  'x509',
  'accounts',
  'federation',
]

/** The domains whose gateways the embedded target runs, and those that the suite plays for them. */
export const referenceDomains: readonly string[] = ['a.example', 'b.example']
export const playedDomains: readonly string[] = ['peer.example', 'other.example']

/** Which gateway of a federation an instance is; alone it knows one peer, where nobody listens. */
export interface Standing {
  readonly domain: string
  readonly peers: InstanceFile['peers']
}

/** An instance of one domain on ports that the system chooses: two application servers, an operator, its peers. */
export function referenceInstance(
  edition: EditionId,
  random: (length: number) => Uint8Array,
  standing?: Standing,
): InstanceFile {
  const token = () => Buffer.from(random(24)).toString('base64url')
  const anyPort = { host: '127.0.0.1', port: 0 }
  const alone = { domain: 'b.example', external: 'http://127.0.0.1:9', sendToken: token(), receiveToken: token() }
  return {
    edition,
    domains: [standing?.domain ?? 'a.example'],
    internal: anyPort,
    external: anyPort,
    operatorToken: token(),
    applicationServers: ['app-server-1', 'app-server-2'].map((name) => ({ name, token: token() })),
    peers: standing?.peers ?? [alone],
  }
}

/** The target that these instances make up. */
export function referenceTarget(gateways: readonly InstanceFile[], version: string): RunningTarget {
  return {
    name: 'reference gateway',
    version,
    editions: [...new Set(gateways.map((gateway) => gateway.edition))],
    capabilities: referenceCapabilities,
    cipherSuites: [1],
    limits: {},
    dialect: {},
    gateways,
  }
}

/** A gateway for an instance, altered where it shall be a faulty one. */
export function referenceGateway(
  instance: InstanceFile,
  options: Omit<GatewayOptions, 'instance' | 'outbound'> & Pick<Partial<GatewayOptions>, 'outbound'>,
): Gateway {
  const outbound = () => Promise.reject(new Error('this gateway has no peers to call'))
  return createGateway({ instance, outbound, ...options })
}
