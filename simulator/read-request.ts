// Reads a request that somebody else made: which operation of an edition it is, and with which values.
import { z } from 'zod'
import type { Edition } from '../spec/edition.ts'
import { type OperationInputs, type OperationName, operationNames } from '../spec/operation.ts'
import type { WireRequest } from './exchange.ts'

/** A request as its edition reads it. */
export type ReadRequest = {
  readonly [N in OperationName]: {
    readonly operation: N
    /** Absent where the request does not have the operation's shape; then `malformed` says why. */
    readonly input?: OperationInputs[N]
    readonly malformed?: string
  }
}[OperationName]

/** The operation whose method and path a request has. */
export function operationOf(edition: Edition, { method, target }: WireRequest): OperationName | undefined {
  const segments = pathOf(target).split('/')
  return operationNames.find((name) => {
    const operation = edition.operations[name]
    if (operation.method !== method) return false
    const template = operation.path.split('/')
    return (
      template.length === segments.length &&
      template.every((part, index) => part === segments[index] || (part.startsWith('{') && segments[index] !== ''))
    )
  })
}

/** The operation and its values; undefined for a request that is none of the edition's. */
export function readRequest(edition: Edition, request: WireRequest): ReadRequest | undefined {
  const name = operationOf(edition, request)
  if (name === undefined) return undefined
  const { path, parameters, query, body } = edition.operations[name]
  const read = z.object({ parameters, query: query ?? z.unknown(), body: body ?? z.unknown() })
  const decoded = z.safeDecode(read, {
    parameters: parametersOf(path, pathOf(request.target)),
    query: Object.fromEntries(new URLSearchParams(/\?([^#]*)/.exec(request.target)?.[1])),
    body: body && jsonOf(request.body),
  })
  if (!decoded.success) return { operation: name, malformed: z.prettifyError(decoded.error) }
  const { data } = decoded
  const input = { ...record(data.parameters), ...(query && record(data.query)), ...(body && record(data.body)) }
  return { operation: name, input } as unknown as ReadRequest
}

function pathOf(target: string): string {
  return target.replace(/[?#].*$/, '')
}

function parametersOf(template: string, path: string): Record<string, string> {
  const segments = path.split('/')
  const named = template.split('/').flatMap((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined ? [] : [[name, segments[index] ?? ''] as const]
  })
  return Object.fromEntries(named)
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
