// All that can be read of a group at a gateway, before and after a request that must change nothing.
import type { Answer } from '../../simulator/answer.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

/** Proposals, control messages from epoch 0 on, and GroupInfo of a group, in this order. */
export async function readGroup(
  server: Pick<ApplicationServer, 'listProposals' | 'controlMessages' | 'groupInfo'>,
  groupId: Uint8Array,
): Promise<Answer[]> {
  return [
    await server.listProposals({ groupId }),
    await server.controlMessages({ groupId, startEpochId: 0n }),
    await server.groupInfo({ groupId }),
  ]
}
