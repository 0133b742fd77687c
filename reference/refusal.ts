// Every reason this gateway has to say no, and the status and title each is answered with (wire profile, section 3).

const reasons = {
  'malformed-request': [400, 'The request is malformed'],
  'malformed-base64': [400, 'A value is not canonical Base64'],
  'missing-domain': [400, 'A domain is required'],
  'group-mismatch': [400, 'The packet belongs to another group'],
  unauthenticated: [401, 'A known credential is required'],
  forbidden: [403, 'This credential does not allow the request'],
  'not-found': [404, 'There is nothing here'],
  'no-matching-queue': [404, 'No key queue has these attributes'],
  'key-packages-exhausted': [404, 'The key queue has nothing to give'],
  'unknown-domain': [404, 'The domain is not known'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  'handle-conflict': [409, 'The client handle is taken'],
  'queue-conflict': [409, 'A key queue with these attributes exists'],
  'group-exists': [409, 'The group exists'],
  'unknown-group': [409, 'The group is not known'],
  'wrong-epoch': [409, 'The group is in another epoch'],
  'duplicate-key-package': [409, 'The key package was uploaded before'],
  'application-conflict': [409, 'The application is defined otherwise'],
  'too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body must be application/json in UTF-8'],
  'invalid-configuration': [422, 'The configuration is not acceptable'],
  'invalid-key-package': [422, 'The key package is not acceptable'],
  'invalid-group-info': [422, 'The group info or ratchet tree is not acceptable'],
  'invalid-proposal': [422, 'The proposal is not acceptable'],
  'invalid-commit': [422, 'The commit is not acceptable'],
  'invalid-welcome': [422, 'The welcome is not acceptable'],
  'wrong-domain': [422, 'The client belongs to another domain'],
  'unsupported-message': [422, 'This kind of MLS message is not supported'],
  'peer-failed': [502, 'The other gateway failed'],
  'configuration-mismatch': [502, 'The gateways have different configurations'],
  'peer-timeout': [504, 'The other gateway did not answer in time'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type RefusalCode = keyof typeof reasons

export function isRefusalCode(value: unknown): value is RefusalCode {
  return typeof value === 'string' && Object.hasOwn(reasons, value)
}

export function statusOf(code: RefusalCode): number {
  return reasons[code][0]
}

/** What goes with a refusal besides its detail: headers of the answer, further members of the problem document. */
export interface RefusalExtra {
  readonly headers?: readonly (readonly [string, string])[]
  readonly members?: Readonly<Record<string, string | number>>
}

/** Thrown by any part of the gateway to refuse a request; nothing has changed when it is thrown. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly title: string
  readonly extra: RefusalExtra

  constructor(code: RefusalCode, detail: string, extra: RefusalExtra = {}) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
    this.status = statusOf(code)
    this.title = reasons[code][1]
    this.extra = extra
  }
}

/** What every 404 says that must not tell one absent thing from another (wire profile, section 1). */
export const nothingHere = 'Nothing is here that this caller may see.'
