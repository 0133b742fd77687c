// Answers to what is no request that a gateway could be asked: broken HTTP, too slow, too long a head, no Host.
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { Refusal } from '../refusal.ts'
import { jsonResponse } from './answer.ts'
import type { GatewayResponse } from './message.ts'

/** Statuses by the error code of node:http; whatever else cannot be read is 400. */
const statuses: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

/** The answer to input that node:http could not make a request of; the connection ends with it. */
export function unreadable(code = ''): GatewayResponse {
  return lastAnswer(statuses[code] ?? 400, 'The request could not be read.')
}

/** The answer to an expectation other than 100-continue (RFC 9110 section 10.1.1). */
export function unmetExpectation(): GatewayResponse {
  return lastAnswer(417, 'The only expectation known here is 100-continue.')
}

function lastAnswer(status: number, detail: string): GatewayResponse {
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail }
  const answer = jsonResponse(status, 'application/problem+json', problem)
  answer.headers.push(['connection', 'close'])
  return answer
}

/** Writes an answer where there is no request to answer to, and ends the connection; nothing where that is over. */
export function writeLast(socket: Duplex, { status, headers, body }: GatewayResponse): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.map((header) => header.join(': '))]
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]))
}

/** Refuses a request whose Host is missing in HTTP/1.1, or given twice: intermediaries could read it otherwise (RFC 9112 section 3.2). */
export function checkHost({ httpVersion, rawHeaders }: IncomingMessage): void {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts++
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return
  throw new Refusal('malformed-request', 'A request has one Host.')
}
