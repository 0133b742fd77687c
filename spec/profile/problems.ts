// The problem codes of the wire profile and the status each is answered with (`urn:mimi:problem:<code>`).

export const problemStatus = {
  'malformed-request': 400,
  'malformed-base64': 400,
  'missing-domain': 400,
  'group-mismatch': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'no-matching-queue': 404,
  'key-packages-exhausted': 404,
  'unknown-domain': 404,
  'method-not-allowed': 405,
  'handle-conflict': 409,
  'queue-conflict': 409,
  'group-exists': 409,
  'unknown-group': 409,
  'wrong-epoch': 409,
  'duplicate-key-package': 409,
  'application-conflict': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'invalid-configuration': 422,
  'invalid-key-package': 422,
  'invalid-group-info': 422,
  'invalid-proposal': 422,
  'invalid-commit': 422,
  'invalid-welcome': 422,
  'wrong-domain': 422,
  'unsupported-message': 422,
  'peer-failed': 502,
  'configuration-mismatch': 502,
  'peer-timeout': 504,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus

const prefix = 'urn:mimi:problem:'

/** The `type` member of a problem document. */
export function problemType(code: ProblemCode): string {
  return prefix + code
}

/** The code a `type` member names, where it is one of the profile's. */
export function problemCode(type: unknown): ProblemCode | undefined {
  if (typeof type !== 'string' || !type.startsWith(prefix)) return undefined
  const code = type.slice(prefix.length)
  return Object.hasOwn(problemStatus, code) ? (code as ProblemCode) : undefined
}
