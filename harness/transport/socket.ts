// Requests over real sockets; the target of a request goes out exactly as written, which only Pool.request allows.
import { errors, Pool } from 'undici'
import type { Endpoint, WireResponse } from '../../simulator/exchange.ts'
import { type Channel, NoAnswer } from './recorder.ts'
import { clientTerms, type SuiteTls } from './tls.ts'

export interface Sockets {
  readonly channel: Channel
  close(): Promise<void>
}

/** Connections to whatever the endpoints name; an answer must be complete within `timeoutMs` milliseconds. */
export function openSockets(timeoutMs: number, tls?: SuiteTls): Sockets {
  const pools = new Map<string, Pool>()
  const poolFor = ({ url, domain, presenting }: Endpoint): Pool => {
    const key = `${url} ${domain} ${presenting ?? ''}`
    const connect = tls && url.startsWith('https:') ? { connect: clientTerms(tls, domain, presenting) } : {}
    const pool = pools.get(key) ?? new Pool(url, { connections: 32, connectTimeout: timeoutMs, ...connect })
    pools.set(key, pool)
    return pool
  }
  return {
    async channel(endpoint, request) {
      // Not AbortSignal.timeout, which goes on after the answer and makes up an error for each request in the end.
      const giveUp = new AbortController()
      const timer = setTimeout(() => giveUp.abort(new TooLate()), timeoutMs)
      try {
        const answer = await poolFor(endpoint).request({
          method: request.method as 'GET',
          path: request.target,
          headers: request.headers.flat(),
          body: request.body.length > 0 ? Buffer.from(request.body) : null,
          signal: giveUp.signal,
          responseHeaders: 'raw',
        })
        const body = new Uint8Array(await answer.body.arrayBuffer())
        return { status: answer.statusCode, headers: pairs(answer.headers), body } satisfies WireResponse
      } catch (error) {
        throw new NoAnswer(reason(error, timeoutMs))
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
      pools.clear()
    },
  }
}

/** The answer was not complete in time. */
class TooLate extends Error {}

function pairs(raw: unknown): [string, string][] {
  const flat = (raw as unknown[]).map(String)
  const found: [string, string][] = []
  for (let index = 0; index + 1 < flat.length; index += 2) found.push([flat[index] ?? '', flat[index + 1] ?? ''])
  return found
}

function reason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'the connection failed'
  const code = 'code' in error ? String(error.code) : ''
  if (error instanceof TooLate || error instanceof errors.ConnectTimeoutError) return `nothing within ${timeoutMs} ms`
  if (code === 'ECONNREFUSED') return 'connection refused'
  if (code === 'ECONNRESET' || error instanceof errors.SocketError) return 'connection closed before the answer'
  if (/CERT|SELF_SIGNED|VERIFY|ALTNAME/.test(code) || /^the certificate is not/.test(error.message))
    return `the certificate does not hold (${code === '' || code === 'UND_ERR_CONNECT' ? error.message : code})`
  if (code.startsWith('ERR_SSL') || code === 'EPROTO') return 'the other side does not speak TLS, or not with us'
  if (code.startsWith('HPE_') || error instanceof errors.HTTPParserError) return 'the answer is not HTTP'
  return `the request failed (${code || error.name})`
}
