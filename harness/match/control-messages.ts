// Reads a list of control messages by the epochs they were sent in.
import { peekGroup } from '../../mls/message.ts'
import { MlsRejection } from '../../mls/rejection.ts'

/**
 * Those sent in epoch `from` or later, as Base64: what the range from `from` on must hold, whether or not it begins with
 * the commit that created its first epoch (reading A-09). What is no MLS message stays in.
 */
export function sentFrom(from: bigint, messages: readonly Uint8Array[] = []): string[] {
  return messages
    .filter((message) => sentIn(message, from) >= from)
    .map((message) => Buffer.from(message).toString('base64'))
}

function sentIn(message: Uint8Array, otherwise: bigint): bigint {
  try {
    return peekGroup(message).epoch
  } catch (error) {
    if (error instanceof MlsRejection) return otherwise
    throw error
  }
}
