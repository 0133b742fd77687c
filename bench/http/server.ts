// One of the two servers that are compared, as a process of its own: `node server.js bare | gateway`.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen } from '../../reference/http/listen.ts'
import { startMeasured } from '../gateway.ts'

/** What the process tells once it serves. */
export interface Serving {
  readonly port: number
  readonly token: string
}

const anyPort = { host: '127.0.0.1', port: 0 }

async function serveGateway(): Promise<Serving> {
  const { gateway, token } = await startMeasured()
  const { internal } = await listen(gateway, { internal: anyPort, external: anyPort })
  return { port: Number(new URL(internal).port), token }
}

/** Reads and writes the JSON of the operations, looks everything up in a Map, and does nothing else. */
async function serveBare(): Promise<Serving> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.stringify(answer(request.method ?? '', request.url ?? '', Buffer.concat(chunks).toString()))
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      response.writeHead(200, headers).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, token: 'any' }
}

const clients = new Map<string, object>()
const tagged = new Map<string, object[]>()
const packages = new Map<string, string[]>()

function answer(method: string, target: string, text: string): object {
  const url = new URL(target, 'http://bare')
  const [, , , , clientId = ''] = url.pathname.split('/')
  if (method === 'GET' && url.pathname.endsWith('/keyPackage')) {
    const receiver = Number(url.searchParams.get('receiver_client_id')?.slice(1))
    return { keyPackage: packages.get(clientId)?.[receiver], isFinalKey: false }
  }
  if (method === 'GET') return { identities: tagged.get(url.searchParams.get('tag') ?? '') ?? [] }
  const body = JSON.parse(text)
  if (url.pathname.endsWith('/queues')) return { keyQueueId: randomUUID() }
  if (method === 'PATCH') {
    packages.set(clientId, body.keyPackages)
    return { keyPackagesInPool: body.keyPackages.length }
  }
  const client = { clientId: randomUUID(), clientHandle: body.clientHandle, tags: body.tags }
  clients.set(client.clientId, client)
  for (const tag of body.tags) {
    const others = tagged.get(tag)
    if (others) others.push(client)
    else tagged.set(tag, [client])
  }
  return { clientId: client.clientId }
}

const serving = process.argv[2] === 'gateway' ? await serveGateway() : await serveBare()
process.on('message', () => process.send?.(process.cpuUsage()))
process.on('disconnect', () => process.exit())
process.send?.(serving)
