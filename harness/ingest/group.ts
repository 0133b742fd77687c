// The group that the objects of a story are meant for: Alice is alone in it, or together with those who are named.
import { markKeyPackage } from '../../mls/forge.ts'
import { createGroup } from '../../mls/member.ts'
import { type GroupSession, openSession } from '../../simulator/group-session.ts'
import { type GroupStory, groupStory } from '../probe/group.ts'
import type { Stage } from '../probe/stage.ts'
import { achieved } from '../unreachable.ts'
import type { Setting } from './route.ts'

interface OpenGroup {
  readonly story: GroupStory
  /** Alice's. */
  readonly session: GroupSession
}

/** Alice's group at the gateway as the setting says; unreachable where it is refused. */
export async function openGroup(stage: Stage, setting: Setting): Promise<OpenGroup> {
  const anna = await stage.register(stage.alice)
  const session = await localGroup(stage, setting)
  achieved(await anna.server.createGroup(await session.export()))
  const story = groupStory(session.groupId, anna, session)
  const members = []
  for (const name of setting.members ?? []) members.push(await stage.register(stage[name]))
  if (members.length > 0) await story.add(anna, members)
  return { story, session }
}

/** Alice's group as she has it before any gateway knows of it. */
export async function localGroup({ alice, groupId }: Stage, { marks = [], extensions = [] }: Setting) {
  const own = await markKeyPackage(await alice.keyPackage(), marks)
  return openSession(await createGroup({ groupId: groupId("Alice's group"), own, extensions }))
}
