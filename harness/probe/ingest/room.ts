// A small group at the gateway under test, and what its members can be made to send there, right or wrong.
import { type CommitFlaw, forgeCommit } from '../../../mls/forge.ts'
import type { CommitOptions } from '../../../mls/member.ts'
import type { GroupSession, PreparedCommit } from '../../../simulator/group-session.ts'
import type { Person } from '../../../simulator/person.ts'
import type { GroupStory } from '../group.ts'
import { startGroup } from '../group.ts'
import { clientOf, takesPackets } from '../peer-group.ts'
import type { Registered } from '../registration.ts'
import type { Stage } from '../stage.ts'

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
  /** A commit with a flaw, of the creator. */
  forge(flaw: CommitFlaw, options?: CommitOptions): Promise<SentCommit>
}

/** How many members a room has beside the creator, 0 to 3. */
export type Others = 0 | 1 | 2 | 3

/** A group of Alice, with Bob, Carol and Dave as far as they are wanted; everybody who is not is registered all the same. */
export async function localRoom(stage: Stage, others: Others): Promise<Room> {
  const clients: Registered[] = []
  for (const person of [stage.alice, stage.bob, stage.carol, stage.dave]) clients.push(await stage.register(person))
  const [creator, ...rest] = clients
  if (creator === undefined) throw new Error('nobody is there to make a group')
  return openRoom(stage, await stage.group(creator, ...rest.slice(0, others)), [creator, ...rest])
}

/** A group of Carol, a client of the played peer whose gateway orders it, with Bob and Alice of the gateway under test. */
export async function forwardedRoom(stage: Stage, others: Others): Promise<Room> {
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
    async forge(flaw, options = {}) {
      return { upload: withoutGroupInfo(await forgeCommit(room.session().member, options, flaw)) }
    },
  }
  return room
}

/** A prepared commit without its GroupInfo; without `by` it is a client's who is not in the group yet. */
export function sentCommit({ story }: Room, prepared: PreparedCommit, by?: Registered): SentCommit {
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

/** A fresh key package of a person, as a proposal to add it. */
export async function addOf(
  person: Person,
  options?: Parameters<Person['keyPackage']>[0],
): Promise<{ readonly type: 'add'; readonly keyPackage: Uint8Array }> {
  return { type: 'add', keyPackage: (await person.keyPackage(options)).message }
}
