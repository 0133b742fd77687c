// What a gateway tells everybody, without a credential and on both interfaces (wire profile, section 1).
import type { Parts } from '../parts.ts'
import { jsonResponse } from './answer.ts'
import type { GatewayResponse } from './message.ts'

interface OpenPath {
  readonly path: string
  answer(): GatewayResponse
}

const health: OpenPath = {
  path: '/healthz',
  answer: () => jsonResponse(200, 'application/json', { status: 'serving' }),
}

/** The open path that these raw segments name; undefined for every other. */
export function openTo(_parts: Parts, segments: readonly string[]): OpenPath | undefined {
  return segments.length === 1 && segments[0] === 'healthz' ? health : undefined
}
