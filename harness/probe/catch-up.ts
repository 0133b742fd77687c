// A client brings itself up to date with nothing but what the gateway serves of its group.
import { peekGroup } from '../../mls/message.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'
import type { GroupSession } from '../../simulator/group-session.ts'
import { reached } from '../unreachable.ts'

/**
 * Fetches the control messages from the client's epoch on and the proposals of the current one, and processes them. Says
 * whether the client is still a member; rejects with MlsRejection where it cannot process what is served.
 */
export async function catchUp(session: GroupSession, server: ApplicationServer): Promise<'member' | 'removed'> {
  const { groupId } = session
  const startEpochId = session.describe().epoch
  const { messages } = reached(await server.controlMessages({ groupId, startEpochId }))
  for (const message of inOrder(messages, startEpochId))
    if ((await session.receive(message)) === 'removed') return 'removed'
  const proposals = reached(await server.listProposals({ groupId })).messages
  for (const proposal of proposals) await session.receive(proposal)
  return 'member'
}

/** Only those sent in `from` or later; by epoch, proposals before their commit, whatever order the gateway keeps. */
function inOrder(messages: readonly Uint8Array[], from: bigint): Uint8Array[] {
  const place = (message: Uint8Array) => {
    const { epoch, contentType } = peekGroup(message)
    return epoch * 2n + (contentType === 'commit' ? 1n : 0n)
  }
  return messages
    .filter((message) => place(message) >= from * 2n)
    .sort((one, other) => Number(place(one) - place(other)))
}
