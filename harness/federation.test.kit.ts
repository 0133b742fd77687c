// For tests of the harness only: a gateway of few words that federates, and a federation of two with a played domain.

import type { WireRequest, WireResponse } from '../simulator/exchange.ts'
import { randomFrom } from '../simulator/random.ts'
import { jsonResponse, problemResponse } from '../simulator/response.ts'
import type { EditionId } from '../spec/edition.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { introduce } from './link/introduce.ts'
import type { LinkEnds } from './link/link.ts'
import type { RunningTarget } from './target.ts'
import type { GatewayHandlers } from './transport/in-process.ts'

export const domains = ['a.example', 'b.example'] as const
export const played = ['peer.example', 'other.example'] as const

/** Reaches the external interface at a base URL. */
export type Reach = (url: string, request: WireRequest) => Promise<WireResponse>

/** Instance files of both gateways; links are where `urlOf` says. */
export function instancesOf(edition: EditionId, urlOf: (ends: LinkEnds) => string): InstanceFile[] {
  const random = randomFrom('tokens')
  const token = () => random.uuid()
  const gateways = domains.map((domain) => ({ edition, domain }))
  const peersOf = introduce({ gateways, played, token, urlOf })
  const nowhere = { host: '127.0.0.1', port: 9 }
  return domains.map((domain) => ({
    edition,
    domains: [domain],
    internal: nowhere,
    external: nowhere,
    operatorToken: token(),
    applicationServers: [{ name: 'app-server-1', token: token() }],
    peers: peersOf({ edition, domain }),
  }))
}

export function targetOf(gateways: readonly InstanceFile[]): RunningTarget {
  return {
    name: 'fake',
    version: '0',
    editions: gateways.slice(0, 1).map(({ edition }) => edition),
    capabilities: ['define-application', 'basic', 'x509', 'federation', 'groups', 'key-queues'],
    cipherSuites: [1],
    limits: {},
    dialect: {},
    gateways,
  }
}

/** Defines anything, registers anybody, asks the peer that a search names, and forwards what is put into a group. */
export function fakeGateway({ domains: [own], peers }: InstanceFile, reach: Reach): GatewayHandlers {
  const federatesWith = new Map<string, string[]>()
  const send = async (domain: string, request: WireRequest) => {
    const peer = peers.find((one) => one.domain === domain)
    if (!peer) return problemResponse('unknown-domain', domain)
    const authorization = ['authorization', `Bearer ${peer.sendToken}`] as const
    return reach(peer.external, { ...request, headers: [authorization] }).catch(() =>
      problemResponse('peer-failed', domain),
    )
  }
  return {
    async internal(request) {
      const { method, target, body } = request
      const appId = target.split('/')[2] ?? ''
      if (/^PUT \/apps\/[^/]+$/.test(`${method} ${target}`)) {
        federatesWith.set(appId, JSON.parse(new TextDecoder().decode(body)).federatesWith)
        return jsonResponse(201, {})
      }
      if (method === 'POST') return jsonResponse(201, { clientId: `${own}-client` })
      if (method === 'GET') {
        const domain = new URLSearchParams(target.split('?')[1]).get('domain') ?? own
        return domain === own || domain === undefined ? jsonResponse(200, { identities: [] }) : send(domain, request)
      }
      for (const domain of federatesWith.get(appId) ?? []) void send(domain, request)
      return jsonResponse(201, {})
    },
    external: async ({ method }) => jsonResponse(method === 'GET' ? 200 : 201, { identities: [] }),
  }
}
