// A caller of one interface of a gateway: it turns an operation's values into a request and sends it.
import { z } from 'zod'
import type { Edition } from '../spec/edition.ts'
import type { OperationInputs, OperationName } from '../spec/operation.ts'
import { type Answer, answerOf } from './answer.ts'
import type { Endpoint, Header, Transport, WireRequest } from './exchange.ts'

export interface CallerOptions {
  /** Who is calling, as evidence shows it. */
  readonly name: string
  readonly edition: Edition
  readonly endpoint: Endpoint
  readonly transport: Transport
  /** Bearer token; absent: the request carries no credential. */
  readonly token?: string | undefined
}

/** A change to a request just before it is sent: how hand-written and wrong requests are made. */
export type Alteration = (request: WireRequest) => WireRequest

export interface Caller {
  readonly name: string
  readonly edition: Edition
  readonly endpoint: Endpoint
  /** Sends an operation; with `alter`, what is sent is the altered request. */
  call<N extends OperationName>(operation: N, input: OperationInputs[N], alter?: Alteration): Promise<Answer<N>>
  /** Sends a request as it stands, credential added; the answer has no decoded value. */
  send(request: Partial<WireRequest>): Promise<Answer>
  /** The same caller with other options, for example without its token or at another interface. */
  with(change: Partial<CallerOptions>): Caller
}

export function createCaller(options: CallerOptions): Caller {
  const { name, edition, endpoint, transport, token } = options
  const credential: Header[] = token === undefined ? [] : [['authorization', `Bearer ${token}`]]
  return {
    name,
    edition,
    endpoint,
    async call(operation, input, alter = (request) => request) {
      const request = alter(requestOf(edition, operation, input, credential))
      const exchange = await transport.exchange({ from: name, to: endpoint, operation, request })
      return answerOf(edition, exchange) as Answer<typeof operation>
    },
    async send(request) {
      const whole: WireRequest = {
        method: 'GET',
        target: '/',
        body: new Uint8Array(),
        ...request,
        headers: [...credential, ...(request.headers ?? [])],
      }
      return answerOf(edition, await transport.exchange({ from: name, to: endpoint, request: whole }))
    },
    with: (change) => createCaller({ ...options, ...change }),
  }
}

/** The request an operation's values make in an edition. */
export function requestOf<N extends OperationName>(
  edition: Edition,
  name: N,
  input: OperationInputs[N],
  headers: readonly Header[],
): WireRequest {
  const operation = edition.operations[name]
  const segments = z.encode(operation.parameters, input) as Record<string, string>
  const path = operation.path.replace(/\{(\w+)\}/g, (_, parameter: string) => segments[parameter] ?? '')
  const query = operation.query ? queryText(z.encode(operation.query, input) as Record<string, string | undefined>) : ''
  if (!operation.body) return { method: operation.method, target: path + query, headers, body: new Uint8Array() }
  return {
    method: operation.method,
    target: path + query,
    headers: [...headers, ['content-type', 'application/json']],
    body: new TextEncoder().encode(JSON.stringify(z.encode(operation.body, input))),
  }
}

function queryText(values: Record<string, string | undefined>): string {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&')}`
}
