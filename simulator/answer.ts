// An answer is an exchange read with the wire of an edition; it is a pure view and can be made again from a stored one.
import { z } from 'zod'
import type { Edition } from '../spec/edition.ts'
import type { OperationName, OperationOutputs } from '../spec/operation.ts'
import type { Exchange } from './exchange.ts'

export interface Answer<N extends OperationName = OperationName> {
  readonly exchange: Exchange
  /** Absent for a hand-written request. */
  readonly operation?: N
  /** Absent when no answer came. */
  readonly status?: number
  /** The body as JSON, where it is JSON. */
  readonly json?: unknown
  /** The decoded answer of an accepted operation; absent where it was refused or does not have the operation's shape. */
  readonly value?: OperationOutputs[N]
  /** What is wrong with the shape of an accepted answer. */
  readonly malformed?: string
}

/** Whether a value is an answer rather than a fact. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'exchange' in value
}

/** Reads an exchange; anything the gateway may have sent is fine, what does not fit is said in `malformed`. */
export function answerOf(edition: Edition, exchange: Exchange): Answer {
  const { operation: name, response } = exchange
  const operation = name && edition.operations[name]
  if (!response) return { exchange, ...(name && { operation: name }) }
  const json = parsed(response.body)
  const answer = { exchange, ...(name && { operation: name }), status: response.status, json }
  if (!operation?.output || response.status < 200 || response.status > 299) return answer
  if (json === undefined && operation.name === 'editClient') return answer
  const decoded = z.safeDecode(operation.output, json)
  if (decoded.success) return { ...answer, value: decoded.data as OperationOutputs[OperationName] }
  return { ...answer, malformed: issueText(decoded.error) }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function issueText(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ')
}

/** Whether the gateway says it did what was asked, in the shape its operation answers with. */
export function isAccepted(answer: Answer): boolean {
  const { status = 0, malformed } = answer
  return status >= 200 && status <= 299 && malformed === undefined
}
