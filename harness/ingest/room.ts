// A small group at the gateway under test, and what its members can be made to send there, right or wrong.
import {
  type CommitFlaw,
  type ExternalCommitFlaw,
  forgeCommit,
  forgeExternalCommit,
  forgeGroup,
  type GroupFlaw,
} from '../../mls/forge.ts'
import type { Support } from '../../mls/key-package.ts'
import { type CommitOptions, commit, type Member } from '../../mls/member.ts'
import type { GroupSession, PreparedCommit } from '../../simulator/group-session.ts'
import { type GroupStory, groupStory, startGroup } from '../probe/group.ts'
import { clientOf, takesPackets } from '../probe/peer-group.ts'
import type { Registered } from '../probe/registration.ts'
import type { Stage } from '../probe/stage.ts'
import { achieved } from '../unreachable.ts'
import type { Trial } from './trials.ts'

/** A commit as `uploadCommit` takes it, without a GroupInfo where that is not what it is about. */
export interface SentCommit {
  readonly upload: Partial<PreparedCommit['upload']> & Pick<PreparedCommit['upload'], 'commitPacket'>
  /** Takes all members to the new epoch; absent where the group cannot go on from it. */
  follow?(): Promise<void>
}

export interface Room {
  readonly stage: Stage
  readonly story: GroupStory
  /** Who made the group, at leaf 0; the others in the order of their leaves. */
  readonly creator: Registered
  readonly second: Registered
  readonly third: Registered
  readonly fourth: Registered
  session(member?: Registered): GroupSession
  leafOf(member: Registered): number
  /** A commit of the creator, or of somebody else. */
  commit(options?: CommitOptions, by?: Registered): Promise<SentCommit>
  /** A commit of a member whose state the room does not know, for example with a PSK; nobody follows it. */
  commitAs(member: Member, options: CommitOptions): Promise<SentCommit>
  /** A commit with a flaw, of the creator or of somebody else. */
  forge(flaw: CommitFlaw, options?: CommitOptions, by?: Registered): Promise<SentCommit>
}

/** How many members a room has beside the creator, 0 to 3. */
export type Others = 0 | 1 | 2 | 3

export interface RoomPlan {
  readonly others: Others
  /** What the members support beside what all clients do, by leaf. */
  readonly supports?: readonly Support[] | undefined
}

/** A group of Alice, with Bob, Carol and Dave as far as they are wanted; everybody who is not is registered all the same. */
export async function localRoom(stage: Stage, { others, supports = [] }: RoomPlan): Promise<Room> {
  const { alice, bob, carol, dave, register } = stage
  const creator = await register(alice)
  const rest: Registered[] = []
  for (const person of [bob, carol, dave]) rest.push(await register(person))
  const optionsAt = (leaf: number) => {
    const support = supports[leaf]
    return support ? { supports: support } : {}
  }
  const session = await alice.createGroup(stage.groupId('room'), [], optionsAt(0))
  achieved(await creator.server.createGroup(await session.export()))
  const story = groupStory(session.groupId, creator, session)
  const joiners = rest.slice(0, others)
  const packages = await Promise.all(joiners.map(({ person }, index) => person.keyPackage(optionsAt(index + 1))))
  if (joiners.length > 0) await story.add(creator, joiners, packages)
  return openRoom(stage, story, [creator, ...rest])
}

/** A group of Carol, a client of the played peer whose gateway orders it, with Bob and Alice of the gateway under test. */
export async function forwardedRoom(stage: Stage, { others }: RoomPlan): Promise<Room> {
  takesPackets(stage.peer)
  const creator = clientOf(stage.peer, stage.carol)
  const rest = [await stage.register(stage.bob), await stage.register(stage.alice)]
  const story = await startGroup(stage.groupId('played'), creator, rest.slice(0, others))
  return openRoom(stage, story, [creator, ...rest])
}

function openRoom(stage: Stage, story: GroupStory, clients: readonly Registered[]): Room {
  const at = (index: number): Registered => {
    const client = clients[index]
    if (client) return client
    throw new Error(`this room has no client ${index}`)
  }
  const room: Room = {
    stage,
    story,
    creator: at(0),
    get second() {
      return at(1)
    },
    get third() {
      return at(2)
    },
    get fourth() {
      return at(3)
    },
    session: (member = room.creator) => story.session(member),
    leafOf: (member) => story.session(member).describe().leafIndex,
    async commit(options, by = room.creator) {
      return sentCommit(room, await room.session(by).prepare(options), by)
    },
    commitAs: async (member, options) => ({ upload: withoutGroupInfo(await commit(member, options)) }),
    async forge(flaw, options = {}, by = room.creator) {
      return { upload: withoutGroupInfo(await forgeCommit(room.session(by).member, options, flaw)) }
    },
  }
  return room
}

/** How a client joins a room from outside: by the GroupInfo of the creator, right or with a flaw. */
export interface Outsider {
  forge(flaw: ExternalCommitFlaw): Promise<SentCommit>
  join(options?: { readonly resync?: boolean; readonly identity?: Uint8Array }): Promise<SentCommit>
}

export function outsider(room: Room, { person }: Registered): Outsider {
  const joinInfo = () => room.session().export()
  return {
    async forge(flaw) {
      const own = await person.keyPackage()
      return { upload: withoutGroupInfo(await forgeExternalCommit({ own, ...(await joinInfo()) }, flaw)) }
    },
    join: async (options) => sentCommit(room, (await person.joinByGroupInfo(await joinInfo(), options)).prepared),
  }
}

/** One commit of the creator with its GroupInfo: with that of a flaw, and with the right one. */
export function groupInfoTrial(room: Room, name: string, flaw: GroupFlaw): Trial<SentCommit> {
  let prepared: Promise<PreparedCommit> | undefined
  const once = () => {
    prepared ??= room.session().prepare()
    return prepared
  }
  return {
    name,
    async wrong() {
      const { upload, member } = await once()
      return { upload: { ...upload, groupInfo: (await forgeGroup(member, flaw)).groupInfo } }
    },
    async right() {
      const made = await once()
      return { ...sentCommit(room, made, room.creator), upload: made.upload }
    },
  }
}

/** A prepared commit without its GroupInfo; without `by` it is a client's who is not in the group yet. */
function sentCommit({ story }: Room, prepared: PreparedCommit, by?: Registered): SentCommit {
  return {
    upload: withoutGroupInfo(prepared.upload),
    async follow() {
      prepared.apply()
      await story.deliver(prepared.upload.commitPacket, by)
    },
  }
}

function withoutGroupInfo({ commitPacket, welcomePacket }: SentCommit['upload']): SentCommit['upload'] {
  return { commitPacket, ...(welcomePacket && { welcomePacket }) }
}
