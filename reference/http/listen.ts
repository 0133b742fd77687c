// Puts a gateway on two real ports with node:http, which shows the request target as it came.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { dnsNamesOf } from '../../mls/x509/dns-names.ts'
import type { Gateway } from '../gateway.ts'
import { jsonResponse, renderRefusal } from './answer.ts'
import { tooLarge } from './http.ts'
import type { GatewayRequest, GatewayResponse } from './message.ts'

interface Address {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
}

/** PEM texts. */
export interface Tls {
  readonly key: string
  readonly certificate: string
  /** Whose certificates peers are believed by. */
  readonly authorities: string
}

export interface ListenOptions {
  readonly internal: Address
  readonly external: Address
  /** TLS mode: both interfaces speak HTTPS, and clients of the external one are asked for a certificate. */
  readonly tls?: Tls | undefined
  /** How long a client may take to send a whole request. */
  readonly requestTimeoutMs?: number
  /** How long `close` waits for answers under way before it cuts their connections. */
  readonly closeTimeoutMs?: number
}

export interface Listening {
  /** Base URL of the internal interface, without a slash at its end. */
  readonly internal: string
  readonly external: string
  /** Stops accepting, lets answers under way finish, and frees both ports. */
  close(): Promise<void>
}

/** Listens on both interfaces; rejects with an Error whose message is one line if one of them cannot be had. */
export async function listen(gateway: Gateway, options: ListenOptions): Promise<Listening> {
  const internal = await open('internal', gateway, options)
  try {
    const external = await open('external', gateway, options)
    return {
      internal: internal.url,
      external: external.url,
      close: async () => {
        await Promise.all([internal.close(), external.close()])
      },
    }
  } catch (reason) {
    await internal.close()
    throw reason
  }
}

interface Opened {
  readonly url: string
  close(): Promise<void>
}

async function open(name: 'internal' | 'external', gateway: Gateway, options: ListenOptions): Promise<Opened> {
  const { host, port } = options[name]
  const timeoutMs = options.requestTimeoutMs ?? 20_000
  const times = {
    requestTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    connectionsCheckingInterval: Math.min(timeoutMs, 1_000),
    keepAliveTimeout: 10_000,
  }
  const { tls } = options
  const server = tls ? createTlsServer({ ...times, ...termsOf(tls, name) }) : createServer(times)
  const take = (message: IncomingMessage, response: ServerResponse): void => {
    receive(message, gateway.limits.bodyBytes)
      .then(async (request) => {
        if (request === undefined) refuseBody(response, gateway.limits.bodyBytes)
        else send(response, await gateway[name](request))
      })
      .catch(() => response.destroy())
  }
  server.on('request', take)
  server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(message, gateway.limits.bodyBytes)) response.writeContinue()
    take(message, response)
  })
  server.on('clientError', answerUnreadable)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (reason: NodeJS.ErrnoException) => {
      const why = reason.code === 'EADDRINUSE' ? 'the port is in use' : reason.message
      reject(new Error(`cannot listen on ${host}:${port} for the ${name} interface: ${why}`, { cause: reason }))
    })
    server.listen(port, host, resolve)
  })
  const bound = server.address() as AddressInfo
  const url = `${tls ? 'https' : 'http'}://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`
  return { url, close: () => closeServer(server, options.closeTimeoutMs ?? 2_000) }
}

function announcesTooMuch({ headers }: IncomingMessage, limit: number): boolean {
  return Number(headers['content-length'] ?? 0) > limit
}

/** Reads a whole request; gives undefined as soon as its body is, or says it will be, longer than `limit` bytes. */
async function receive(message: IncomingMessage, limit: number): Promise<GatewayRequest | undefined> {
  if (announcesTooMuch(message, limit)) return undefined
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) return undefined
    chunks.push(chunk)
  }
  return {
    method: message.method ?? '',
    target: message.url ?? '',
    headers: pairs(message.rawHeaders),
    body: Buffer.concat(chunks),
    ...(message.socket instanceof TLSSocket && { certifiedDomains: domainsOf(message.socket) }),
  }
}

/** A client without a certificate that holds gets an answer too, 401, so the handshake itself turns nobody away. */
function termsOf({ key, certificate, authorities }: Tls, name: 'internal' | 'external') {
  const asks = { ca: authorities, requestCert: true, rejectUnauthorized: false }
  return { key, cert: certificate, minVersion: 'TLSv1.2' as const, ...(name === 'external' && asks) }
}

/** Nothing is read in a certificate whose path was not found valid. */
function domainsOf(socket: TLSSocket): string[] {
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined
  return certificate ? dnsNamesOf(new Uint8Array(certificate.raw)) : []
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? '', raw[2 * index + 1] ?? ''])
}

/** Answers 413 and gives the connection up: what still comes of the body is not worth reading. */
function refuseBody(response: ServerResponse, limit: number): void {
  const refusal = renderRefusal(tooLarge(limit))
  refusal.headers.push(['connection', 'close'])
  send(response, refusal)
  response.req.resume()
}

function send(response: ServerResponse, { status, headers, body }: GatewayResponse): void {
  response.writeHead(status, headers.flat()).end(body)
}

/** Answers what is not HTTP, or came too slowly, without a request to answer to. */
function answerUnreadable(reason: NodeJS.ErrnoException, socket: Socket): void {
  if (reason.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, title] = reason.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? [408, 'Request Timeout'] : [400, 'Bad Request']
  const problem = { type: 'about:blank', title, status, detail: 'The request could not be read.' }
  const { headers, body } = jsonResponse(Number(status), 'application/problem+json', problem)
  const lines = [`HTTP/1.1 ${status} ${title}`, 'connection: close', ...headers.map((header) => header.join(': '))]
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]))
}

async function closeServer(server: Server, timeoutMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(cut)
}
