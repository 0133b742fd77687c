// Results in the form a report keeps: bodies as text where they are text, credentials taken out; and back again.
import type { Exchange } from '../../simulator/exchange.ts'
import type { Result } from '../result.ts'
import type { StoredExchange, StoredResult } from './model.ts'
import { type Redact, redactHeader } from './redact.ts'

/** What a result does not carry itself: the demand and the story it was told by. */
export interface Telling {
  readonly text: string
  readonly story: string
}

/** A result as a report keeps it. */
export function storeResult(result: Result, { text, story }: Telling, redact: Redact): StoredResult {
  const { exchanges, ...rest } = result
  const members = redactMembers({ ...rest, text, story }, redact) as Omit<StoredResult, 'exchanges'>
  return { ...members, exchanges: exchanges.map((exchange) => storeExchange(exchange, redact)) }
}

function storeExchange({ request, response, ...rest }: Exchange, redact: Redact): StoredExchange {
  const { method, target } = request
  return {
    ...rest,
    request: { method, path: redact(target), ...storeMessage(request, redact) },
    ...(response && { response: { status: response.status, ...storeMessage(response, redact) } }),
  }
}

type Message = Pick<Exchange['request'], 'headers' | 'body'>
type StoredMessage = Pick<StoredExchange['request'], 'headers' | 'body' | 'bodyEncoding'>

function storeMessage({ headers, body }: Message, redact: Redact): StoredMessage {
  const kept = headers.map((header) => redactHeader(header, redact))
  const text = asText(body)
  if (text !== undefined) return { headers: kept, body: redact(text), bodyEncoding: 'utf8' }
  const octets = Buffer.from(redact(Buffer.from(body).toString('latin1')), 'latin1')
  return { headers: kept, body: octets.toString('base64'), bodyEncoding: 'base64' }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function asText(body: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(body)
  } catch {
    return undefined
  }
}

function redactMembers(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((member) => redactMembers(member, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redactMembers(member, redact)]))
}

/** An exchange as it was recorded, but for the credentials. */
export function restoreExchange({ request, response, ...rest }: StoredExchange): Exchange {
  const { method, path, headers } = request
  const { noAnswer, operation, ...times } = rest
  return {
    ...times,
    ...(operation && { operation }),
    ...(noAnswer !== undefined && { noAnswer }),
    request: { method, target: path, headers, body: restoreBody(request) },
    ...(response && {
      response: { status: response.status, headers: response.headers, body: restoreBody(response) },
    }),
  }
}

function restoreBody({ body, bodyEncoding }: StoredMessage): Uint8Array {
  return new Uint8Array(Buffer.from(body, bodyEncoding))
}

/** A result as it was, but for the credentials. */
export function restoreResult({ text: _, story: __, waived: ___, exchanges, ...result }: StoredResult): Result {
  const { firstCause, readBack, underClaim, ...rest } = result
  return {
    ...rest,
    ...(firstCause !== undefined && { firstCause }),
    ...(readBack !== undefined && { readBack }),
    ...(underClaim !== undefined && { underClaim }),
    exchanges: exchanges.map(restoreExchange),
  }
}
