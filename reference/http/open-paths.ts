// What a gateway tells everybody, without a credential and on both interfaces (wire profile, section 1).
import { openApiDocument } from '../../spec/openapi/document.ts'
import type { Parts } from '../parts.ts'
import { jsonResponse } from './answer.ts'
import type { GatewayResponse } from './message.ts'

interface OpenPath {
  readonly path: string
  answer(parts: Parts): GatewayResponse
}

const openPaths: readonly OpenPath[] = [
  {
    path: '/healthz',
    answer: () => jsonResponse(200, 'application/json', { status: 'serving' }),
  },
  {
    path: '/openapi.json',
    answer: ({ instance, operations }) =>
      jsonResponse(200, 'application/json', openApiDocument(instance.edition, operations)),
  },
]

/** The open path that these raw segments name; undefined for every other. */
export function openTo(segments: readonly string[]): OpenPath | undefined {
  return openPaths.find(({ path }) => segments.length === 1 && path === `/${segments[0]}`)
}
