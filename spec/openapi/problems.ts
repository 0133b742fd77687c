// Refusals in an OpenAPI document: which statuses an operation can be refused with, and what a problem document holds.
import { forwarded, type Operation } from '../operation.ts'
import { type ProblemCode, problemStatus, problemType } from '../profile/problems.ts'

const type = 'application/problem+json'

/**
 * By status, what an operation may be refused with: what every one may; with a body also what is wrong with a body or
 * contradicts the present state; where another gateway may be asked also what is wrong with that one.
 */
export function problemResponses({ name, body, interfaces, query }: Operation): object {
  const asksPeers = interfaces.includes('external') || forwarded.includes(name) || hasDomain({ body, query })
  const statuses = [400, 401, 403, 404, ...(body ? [409, 413, 415, 422] : []), ...(asksPeers ? [502, 504] : [])]
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]))
}

function hasDomain({ body, query }: Pick<Operation, 'body' | 'query'>): boolean {
  return [body, query].some((codec) => codec !== undefined && 'domain' in ((codec as { shape?: object }).shape ?? {}))
}

/** The answers that `problemResponses` refers to, and the schema of their bodies. */
export function problemComponents(): { readonly responses: object; readonly schemas: object } {
  const codes = Object.entries(problemStatus)
  const responses = [...new Set(codes.map(([, status]) => status))]
    .filter((status) => status !== 405)
    .map((status) => {
      const possible = codes.filter(([, of]) => of === status).map(([code]) => code)
      const schema = {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          {
            properties: {
              status: { const: status },
              type: { enum: possible.map((code) => problemType(code as ProblemCode)) },
            },
          },
        ],
      }
      return [status, { description: `Refused: ${possible.join(', ')}.`, content: { [type]: { schema } } }] as const
    })
  return {
    responses: Object.fromEntries(responses),
    schemas: {
      Problem: {
        description: 'RFC 9457. Status and type are to be relied on, the texts are for people.',
        type: 'object',
        properties: {
          type: { type: 'string', format: 'uri' },
          title: { type: 'string' },
          status: { type: 'integer', minimum: 400, maximum: 599 },
          detail: { type: 'string' },
          currentEpoch: { type: 'integer', minimum: 0, description: 'With wrong-epoch: the epoch the group is in.' },
        },
        required: ['type', 'title', 'status', 'detail'],
      },
    },
  }
}
