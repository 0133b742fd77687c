// Calls peers over node:http, which sends a request target as it is; redirects are answers like any other.
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { serverIdentityOf } from '../../mls/x509/dns-names.ts'
import { type Outbound, PeerTimeout } from '../federation/outbound.ts'
import type { GatewayRequest, GatewayResponse } from './message.ts'

/** How this gateway shows itself to peers and knows them again, whatever address they are dialled at. */
export interface DialTls {
  /** PEM. */
  readonly key: string
  readonly certificate: string
  readonly authorities: string
  /** The domain that the gateway at a base URL has to be certified for. */
  domainAt(to: string): string | undefined
}

export interface DialOptions {
  readonly tls?: DialTls | undefined
  /** How long a whole answer may take. */
  readonly timeoutMs?: number
  /** Longest body of an answer that is taken, in bytes. */
  readonly answerBytes?: number
}

/** An outbound for gateways on real networks: a connection for each request, so that none is stale. */
export function dial({ timeoutMs = 10_000, answerBytes = 16_777_216, tls }: DialOptions = {}): Outbound {
  return (to, request) =>
    new Promise((resolve, reject) => {
      const sent = open(to, request, tls)
      const clock = setTimeout(() => sent.destroy(new PeerTimeout(timeoutMs)), timeoutMs)
      const settle = <T>(settled: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(clock)
          settled(value)
        }
      }
      sent.once('error', settle(reject))
      sent.once('response', (answer) => {
        receive(answer, answerBytes).then(settle(resolve), (reason: unknown) => {
          sent.destroy()
          settle(reject)(reason)
        })
      })
      sent.end(request.body)
    })
}

function open(to: string, { method, target, headers }: GatewayRequest, tls: DialTls | undefined) {
  const { protocol, hostname, port, pathname } = new URL(to)
  const start = protocol === 'https:' ? httpsRequest : httpRequest
  return start({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    method,
    path: pathname.replace(/\/$/, '') + target,
    headers: Object.fromEntries(headers),
    agent: false,
    ...(tls && protocol === 'https:' && terms(tls, tls.domainAt(to) ?? '')),
  })
}

function terms({ key, certificate, authorities }: DialTls, domain: string) {
  return {
    key,
    cert: certificate,
    ca: authorities,
    minVersion: 'TLSv1.2' as const,
    servername: domain,
    checkServerIdentity: serverIdentityOf(domain),
  }
}

async function receive(answer: IncomingMessage, limit: number): Promise<GatewayResponse> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) throw new Error(`the answer has more than ${limit} bytes`)
    chunks.push(chunk)
  }
  const { rawHeaders, statusCode = 0 } = answer
  const headers = Array.from({ length: rawHeaders.length / 2 }, (_, index): [string, string] => [
    rawHeaders[2 * index] ?? '',
    rawHeaders[2 * index + 1] ?? '',
  ])
  return { status: statusCode, headers, body: new Uint8Array(Buffer.concat(chunks)) }
}
