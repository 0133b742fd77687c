// Answers requests on a real port, raw targets included: what links, the control port and scripted peers listen with.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Header, WireRequest } from '../../simulator/exchange.ts'
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

/** Any port of the loopback that is free. */
const anyPort: ListenAddress = { host: '127.0.0.1', port: 0 }

/** Listens and answers; where the answer is a rejection the connection is broken off. */
export async function serve(answer: Answering, listen: ListenAddress = anyPort): Promise<Served> {
  const server = createServer((message, response) => {
    wholeRequest(message)
      .then(answer)
      .then(({ status, headers, body }) => response.writeHead(status, endToEnd(headers).flat()).end(body))
      .catch(() => response.destroy())
  })
  await listening(server, listen)
  const { address, port } = server.address() as AddressInfo
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    close: () => closed(server),
  }
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
