// A group in an X.509 application whose creator has certificates that a story makes itself.
import { createGroup } from '../../mls/member.ts'
import { openSession } from '../../simulator/group-session.ts'
import { achieved } from '../unreachable.ts'
import { type Chain, certifiedPackage } from './certified-package.ts'
import { type GroupStory, groupStory } from './group.ts'
import type { Registered } from './registration.ts'
import type { Stage } from './stage.ts'

/** The beginning of a group at its creator's; nothing of it is at the gateway yet. */
export async function beginCertified(stage: Stage, creator: Registered, certificates: Chain) {
  const groupId = stage.groupId('certified')
  const own = await certifiedPackage(stage, creator.person, { certificates })
  return openSession(await createGroup({ groupId, own }))
}

/** The same at the gateway; `Unreachable` where it refuses. */
export async function certifiedGroup(stage: Stage, creator: Registered, certificates: Chain): Promise<GroupStory> {
  const session = await beginCertified(stage, creator, certificates)
  achieved(await creator.server.createGroup(await session.export()))
  return groupStory(session.groupId, creator, session)
}
