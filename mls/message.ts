// Looks at MLS messages without judging them: routing, evidence for reports.

export interface Peek {
  readonly groupId: Uint8Array
  readonly epoch: bigint
  readonly contentType: 'application' | 'proposal' | 'commit'
  readonly wireFormat: 'public-message' | 'private-message'
}
const inWork = () => new Error('in work')
/** Group id and epoch a handshake packet claims, before any check. Throws MlsRejection('malformed' | 'unsupported-message'). */
export function peekGroup(_packet: Uint8Array): Peek {
  throw inWork()
}
/** Whether the GroupInfo carries external_pub, so that a client can join by external commit (RFC 9420 section 12.4.3.2). */
export function hasExternalPub(_groupInfo: Uint8Array): boolean {
  throw inWork()
}
/** A JSON-able summary of any MLSMessage, for evidence in reports; never throws, a message that cannot be read says so. */
export function describeMessage(_message: Uint8Array): Readonly<Record<string, unknown>> {
  throw inWork()
}
