// From a message of node:http to a request at the gateway's seam: target, headers and body as they came.
import type { IncomingMessage } from 'node:http'
import { tooLarge } from './http.ts'
import type { GatewayRequest } from './message.ts'
import { certifiedDomainsOf } from './tls.ts'

/** Whether a body is longer than `limit` bytes by its own account. */
export function announcesTooMuch({ headers }: IncomingMessage, limit: number): boolean {
  return Number(headers['content-length'] ?? 0) > limit
}

/**
 * Reads a whole request. Refuses it as `too-large` as soon as its body is, or says it will be, longer than `limit`
 * bytes; rejects with another error where the client hangs up before the end.
 */
export async function receive(message: IncomingMessage, limit: number): Promise<GatewayRequest> {
  if (announcesTooMuch(message, limit)) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  const certifiedDomains = certifiedDomainsOf(message.socket)
  return {
    method: message.method ?? '',
    target: message.url ?? '',
    headers: pairs(message.rawHeaders),
    body: Buffer.concat(chunks),
    ...(certifiedDomains && { certifiedDomains }),
  }
}

/** Reads up to `limit` more bytes and throws them away, so that the client finds its answer; then cuts the connection. */
export function drain(message: IncomingMessage, limit: number): void {
  let length = 0
  message.on('data', (chunk: Uint8Array) => {
    length += chunk.length
    if (length > limit) message.socket.destroy()
  })
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? '', raw[2 * index + 1] ?? ''])
}
