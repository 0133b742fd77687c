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
  const body = hasBody(message) ? await readBody(message, limit) : new Uint8Array()
  const certifiedDomains = certifiedDomainsOf(message.socket)
  return {
    method: message.method ?? '',
    target: message.url ?? '',
    headers: pairs(message.rawHeaders),
    body,
    ...(certifiedDomains && { certifiedDomains }),
  }
}

/** A request without either header ends with its head (RFC 9112 section 6.3). */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/** Listens for the pieces itself: an iterator over them costs as much as all the rest of a small request. */
function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let length = 0
    const take = (chunk: Uint8Array): void => {
      length += chunk.length
      chunks.push(chunk)
      if (length <= limit) return
      message.removeListener('data', take)
      reject(tooLarge(limit))
    }
    // An error is made only where it is needed: with its stack it costs as much as reading the body does.
    const hangUp = (): void => reject(new Error('the client hung up before the end of its request'))
    message.on('data', take)
    message.once('end', () => {
      message.removeListener('close', hangUp)
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    })
    message.on('error', reject)
    message.once('close', hangUp)
  })
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
  const headers: [string, string][] = []
  for (let index = 0; index < raw.length; index += 2) headers.push([raw[index] ?? '', raw[index + 1] ?? ''])
  return headers
}
