// The paths of a gateway that need no credential and are of no edition (wire profile, section 1).

const answered = (description: string, schema: object) => ({
  200: { description, content: { 'application/json': { schema } } },
})
const shared = { tags: ['internal', 'external'], security: [], 'x-mimi-level': 'PROFILE' }
const otherMethod = { 405: { description: 'Another method, and a known credential.' } }

export const openPaths = {
  '/healthz': {
    get: {
      ...shared,
      operationId: 'health',
      summary: 'Whether the gateway serves',
      responses: { ...answered('It does.', { type: 'object' }), ...otherMethod },
    },
  },
  '/openapi.json': {
    get: {
      ...shared,
      operationId: 'describe',
      summary: 'This document',
      responses: { ...answered('This document.', { type: 'object' }), ...otherMethod },
    },
  },
} as const
