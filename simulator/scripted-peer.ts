// The other gateway as a scenario plays it: answers are handlers of msw, and what nobody expected is told as such.
import type { RequestHandler } from 'msw'
import { z } from 'zod'
import type { Edition } from '../spec/edition.ts'
import type { OperationInputs, OperationName, OperationOutputs } from '../spec/operation.ts'
import type { WireRequest, WireResponse } from './exchange.ts'
import { readRequest } from './read-request.ts'
import { jsonResponse, problemResponse } from './response.ts'

/** What a gateway asks of the scripted peer. */
interface Question<N extends OperationName> {
  readonly input: OperationInputs[N]
  /** As it came: raw target, headers, octets. */
  readonly request: WireRequest
}

/** Values go out in the wire of the edition; a web `Response` goes out as it is. */
export type Reply<N extends OperationName> = OperationOutputs[N] | Response
export type Resolver<N extends OperationName> = (question: Question<N>) => Reply<N> | Promise<Reply<N>>

export interface ScriptedPeer {
  /** Answers an operation from now on; the answer given last counts. */
  on<N extends OperationName>(operation: N, resolve: Resolver<N>): void
  /** Adds handlers of msw as they are; they see the request at `http://<domain>`. */
  use(...handlers: readonly RequestHandler[]): void
  /** The peer's side of the wire, with HEAD answered as GET is; rejects where a handler breaks the connection off. */
  answer(request: WireRequest): Promise<WireResponse>
}

/** The header of an answer to a request that nobody expected: evidence for the judge. */
export const unexpectedHeader = 'x-unexpected'

type Msw = typeof import('msw')
type Handler = (msw: Msw) => RequestHandler

/** The header by which a handler finds the raw request that a web `Request` was made from. */
const rawHeader = 'x-raw-request'

/** A peer of that domain that expects nothing yet. */
export async function createScriptedPeer(edition: Edition, domain: string): Promise<ScriptedPeer> {
  // Loading it takes most of a second: only those who play a peer pay for it, and before anybody waits for an answer.
  const msw = await import('msw')
  const handlers: Handler[] = []
  const asked = new Map<string, WireRequest>()
  let count = 0
  const script: ScriptedPeer = {
    on(operation, resolve) {
      const make = onOperation(edition, operation, async (request) => {
        const raw = asked.get(request.headers.get(rawHeader) ?? '')
        const read = raw && readRequest(edition, raw)
        if (!raw || read?.input === undefined) return webResponse(unexpected(`malformed: ${read?.malformed}`))
        return replied(edition, operation, await resolve({ input: read.input as never, request: raw }))
      })
      handlers.unshift(make)
    },
    use(...more) {
      handlers.unshift(...more.map((handler) => () => handler))
    },
    async answer(raw) {
      if (raw.method === 'HEAD') return { ...(await script.answer({ ...raw, method: 'GET' })), body: new Uint8Array() }
      const id = String(count++)
      const request = webRequest(domain, raw, id)
      if (!request) return unexpected('not a URL')
      asked.set(id, raw)
      const made = handlers.map((handler) => handler(msw))
      const response = await msw.getResponse(made, request).finally(() => asked.delete(id))
      if (!response) return unexpected(`${raw.method} ${raw.target}`)
      if (response.type === 'error') throw new Error('the scripted peer broke the connection off')
      return {
        status: response.status,
        headers: [...response.headers],
        body: new Uint8Array(await response.arrayBuffer()),
      }
    },
  }
  return script
}

function onOperation(edition: Edition, name: OperationName, answer: (request: Request) => Promise<Response>): Handler {
  const { method, path } = edition.operations[name]
  const pattern = `*${path.replace(/\{(\w+)\}/g, ':$1')}`
  const verb = method.toLowerCase() as Lowercase<typeof method>
  return ({ http }) => http[verb](pattern, ({ request }) => answer(request))
}

function replied<N extends OperationName>(edition: Edition, name: N, reply: Reply<N>): Response {
  if (reply instanceof Response) return reply
  const { output, success } = edition.operations[name]
  const status = success[0] ?? 200
  if (!output || reply === undefined) return new Response(null, { status })
  return webResponse(jsonResponse(status, z.encode(output, reply)))
}

function unexpected(what: string): WireResponse {
  const { headers, ...rest } = problemResponse('not-found', `The scripted peer did not expect this: ${what}`)
  return { ...rest, headers: [...headers, [unexpectedHeader, '1']] }
}

/** The same request as a web `Request`; undefined for a target that no URL has. Dot segments are gone: use the raw one. */
function webRequest(domain: string, { method, target, headers, body }: WireRequest, id: string): Request | undefined {
  const bare = method === 'GET' || method === 'HEAD'
  try {
    const known = headers.filter(([name]) => name.toLowerCase() !== rawHeader)
    const all = [...known, [rawHeader, id]].map(([name, value]): [string, string] => [name ?? '', value ?? ''])
    return new Request(`http://${domain}${target}`, {
      method,
      headers: all,
      ...(!bare && { body: Buffer.from(body) }),
    })
  } catch {
    return undefined
  }
}

function webResponse({ status, headers, body }: WireResponse): Response {
  return new Response(Buffer.from(body), { status, headers: headers.map(([name, value]) => [name, value]) })
}
