// From what an operation gave, or was refused for, to an answer on the wire.
import type { Operation } from '../../spec/operation.ts'
import type { Refusal } from '../refusal.ts'
import type { GatewayResponse, Headers } from './message.ts'
import { writeOutput } from './write-output.ts'

/** What an operation answers with; `output` in the specification's values, before encoding. */
export interface Answer<Output = unknown> {
  readonly status: number
  readonly headers?: Headers
  readonly output?: Output
  /** JSON that goes out as it is, in place of an output. */
  readonly body?: Uint8Array
}

const jsonType = ['content-type', 'application/json'] as const

/** Writes a successful answer by the operation's output codec. */
export function renderAnswer(operation: Operation, answer: Answer): GatewayResponse {
  if (answer.body !== undefined) return response(answer.status, [jsonType, ...(answer.headers ?? [])], answer.body)
  if (operation.output === undefined || answer.output === undefined) return response(answer.status, answer.headers)
  return jsonResponse(answer.status, 'application/json', writeOutput(operation.output, answer.output), answer.headers)
}

/** Writes a refusal as a problem document (RFC 9457). */
export function renderRefusal({ code, status, title, message, extra }: Refusal): GatewayResponse {
  const problem = { type: `urn:mimi:problem:${code}`, title, status, detail: message, ...extra.members }
  return jsonResponse(status, 'application/problem+json', problem, extra.headers)
}

/** Writes what a defect of the gateway looks like from outside: nothing of its cause is told. */
export function renderDefect(): GatewayResponse {
  const problem = { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'The gateway failed.' }
  return jsonResponse(500, 'application/problem+json', problem)
}

export function jsonResponse(status: number, type: string, value: unknown, headers: Headers = []): GatewayResponse {
  const body = Buffer.from(JSON.stringify(value))
  return response(status, [['content-type', type], ...headers], body)
}

/** Every answer is somebody's permissioned data or a state of the moment, so no cache may keep it (RFC 9111). */
function response(status: number, headers: Headers = [], body: Uint8Array = new Uint8Array()): GatewayResponse {
  const own: [string, string][] = [['cache-control', 'no-store']]
  for (const [name, value] of headers) own.push([name, value])
  if (status !== 204) own.push(['content-length', String(body.length)])
  return { status, headers: own, body }
}
