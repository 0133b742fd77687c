// Answers requests on a real port, raw targets included: what links, the control port and scripted peers listen with.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { TLSSocket, type TlsOptions } from 'node:tls'
import { dnsNamesOf } from '../../mls/x509/dns-names.ts'
import type { Header, WireRequest } from '../../simulator/exchange.ts'
import { problemResponse } from '../../simulator/response.ts'
import type { Answering } from './link.ts'

export interface Served {
  /** Base URL without a trailing slash. */
  readonly url: string
  /** Stops listening and breaks off what is under way. */
  close(): Promise<void>
}

export interface ListenAddress {
  readonly host: string
  readonly port: number
}

/** By default any port of the loopback that is free, in plain HTTP. */
export interface ServeOptions extends Partial<ListenAddress> {
  readonly tls?: {
    readonly terms: TlsOptions | undefined
    /** The domain that a client has to be certified for; others are answered with 401. */
    readonly client: string
  }
}

/** Listens and answers; where the answer is a rejection the connection is broken off. */
export async function serve(answer: Answering, options: ServeOptions = {}): Promise<Served> {
  const { host = '127.0.0.1', port: wanted = 0, tls } = options
  const take: RequestListener = (message, response) => {
    wholeRequest(message)
      .then((request) => (isFrom(message, tls?.client) ? answer(request) : stranger))
      .then(({ status, headers, body }) => response.writeHead(status, endToEnd(headers).flat()).end(body))
      .catch(() => response.destroy())
  }
  const server = tls?.terms ? createTlsServer(tls.terms, take) : createServer(take)
  await listening(server, { host, port: wanted })
  const { address, port } = server.address() as AddressInfo
  return {
    url: `${tls?.terms ? 'https' : 'http'}://${address.includes(':') ? `[${address}]` : address}:${port}`,
    close: () => closed(server),
  }
}

const stranger = problemResponse('unauthenticated', 'The link needs the certificate of the gateway it begins at.')

/** Whether a client may use what is served here: in TLS mode, with a certificate for that domain that holds. */
function isFrom({ socket }: IncomingMessage, domain: string | undefined): boolean {
  if (domain === undefined || !(socket instanceof TLSSocket)) return true
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined
  return certificate !== undefined && dnsNamesOf(new Uint8Array(certificate.raw)).includes(domain.toLowerCase())
}

async function wholeRequest(message: IncomingMessage): Promise<WireRequest> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message as AsyncIterable<Uint8Array>) chunks.push(chunk)
  const { rawHeaders, method = '', url: target = '' } = message
  const headers = Array.from(
    { length: rawHeaders.length / 2 },
    (_, index): Header => [rawHeaders[2 * index] ?? '', rawHeaders[2 * index + 1] ?? ''],
  )
  return { method, target, headers, body: new Uint8Array(Buffer.concat(chunks)) }
}

const ofOneConnection = new Set([
  'connection',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Headers that stay on the next connection; the others are made anew there (RFC 9110, section 7.6.1). */
export function endToEnd(headers: readonly Header[]): Header[] {
  return headers.filter(([name]) => !ofOneConnection.has(name.toLowerCase()))
}

function listening(server: Server, { host, port }: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
