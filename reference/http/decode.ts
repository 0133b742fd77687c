// From the raw parts of a request to the values an operation takes, by the operation's own codecs.
import { z } from 'zod'
import type { Operation } from '../../spec/operation.ts'
import { isRefusalCode, Refusal } from '../refusal.ts'
import { type GatewayRequest, headerValues } from './message.ts'

/** Refuses a body that is not plain `application/json` in UTF-8 (RFC 9110 section 15.5.16). */
export function checkMediaType(request: GatewayRequest): void {
  const types = headerValues(request.headers, 'content-type')
  const encodings = headerValues(request.headers, 'content-encoding')
  const plain = encodings.every((encoding) => encoding.trim().toLowerCase() === 'identity')
  if (types.length === 1 && plain && /^\s*application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(types[0] ?? ''))
    return
  throw new Refusal('unsupported-media-type', 'The body must be application/json in UTF-8, without content coding.')
}

/** UUIDs in a path name the same thing in either case; anything else stays as it came (RFC 9562 section 4). */
export function canonicalId(text: string): string {
  return /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/.test(text) ? text.toLowerCase() : text
}

/** The wire side of a request, part by part. */
export interface WireInput {
  readonly parameters: unknown
  readonly query: unknown
  readonly body: unknown
}

/** Reads one part by its codec; where the codec names a problem, that is what the request is refused with. */
export function decodePart(operation: Operation, part: keyof WireInput, wire: unknown): Record<string, unknown> {
  const codec = operation[part]
  if (codec === undefined) return {}
  const read = z.safeDecode(codec, wire)
  if (read.success) return read.data as Record<string, unknown>
  const issue = read.error.issues[0]
  const problem = issue?.code === 'custom' ? issue.params?.['problem'] : undefined
  const at = [part, ...(issue?.path ?? [])].map(String).join('.')
  throw new Refusal(isRefusalCode(problem) ? problem : 'malformed-request', `${at}: ${issue?.message ?? 'unreadable'}`)
}
