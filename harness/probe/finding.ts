// What MLS clients find out, as facts: the octets they hold, the state they are in, what they cannot process.
import { MlsRejection } from '../../mls/rejection.ts'
import type { GroupSession } from '../../simulator/group-session.ts'
import type { Fact } from '../scenario.ts'

/** Octets as a fact, in the Base64 in which matchers show those of an answer. */
export function octets(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** What a client finds by an MLS step, or in words why it cannot process what it was given. */
export async function finding<F extends Fact>(step: () => Promise<F>): Promise<F | string> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof MlsRejection) return `cannot process: ${error.code}`
    throw error
  }
}

/** Equal in two clients exactly when they share the group's state and secrets (RFC 9420 section 8.7). */
export function sharedState(session: GroupSession): { epoch: string; treeHash: string; epochAuthenticator: string } {
  const { epoch, treeHash, epochAuthenticator } = session.describe()
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  return { epoch: epoch.toString(), treeHash: hex(treeHash), epochAuthenticator: hex(epochAuthenticator) }
}
