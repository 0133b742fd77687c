// The reference gateway as a target: what it declares, the instances it runs as, and gateways made from them.
import { newInstance } from '../harness/launch/instance.ts'
import type { Place } from '../harness/link/network.ts'
import type { RunningTarget } from '../harness/target.ts'
import { supportedSuites } from '../mls/suite.ts'
import { createGateway, type Gateway, type GatewayOptions } from '../reference/gateway.ts'
import { type Capability, capabilities } from '../spec/capability.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'

/** What the reference gateway offers: all there is to offer. */
export const referenceCapabilities: readonly Capability[] = capabilities

/** The domains whose gateways the embedded target runs, and those that the suite plays for them: the third for one story at a time. */
export const referenceDomains: readonly string[] = ['a.example', 'b.example']
export const playedDomains: readonly string[] = ['peer.example', 'other.example', 'alone.example']

/** The instance of a place on ports that the system chooses; where no peers are given it knows one that does not answer. */
export function referenceInstance(place: Place, token: () => string, peers?: InstanceFile['peers']): InstanceFile {
  const anyPort = { host: '127.0.0.1', port: 0 }
  const alone = { domain: 'b.example', external: 'http://127.0.0.1:9', sendToken: token(), receiveToken: token() }
  return newInstance(place, { internal: anyPort, external: anyPort, peers: peers ?? [alone], token })
}

/** The target that these instances make up. */
export function referenceTarget(gateways: readonly InstanceFile[], version: string): RunningTarget {
  return {
    name: 'reference gateway',
    version,
    editions: [...new Set(gateways.map((gateway) => gateway.edition))],
    capabilities: referenceCapabilities,
    cipherSuites: supportedSuites,
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
