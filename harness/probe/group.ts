// A group that lives at the gateway, with the MLS state of each of its members here.
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import type { CommitOptions } from '../../mls/member.ts'
import type { Answer } from '../../simulator/answer.ts'
import type { GroupSession, PreparedCommit } from '../../simulator/group-session.ts'
import type { ReadingId } from '../../spec/reading.ts'
import { achieved } from '../unreachable.ts'
import type { Registered } from './registration.ts'

export interface GroupStory {
  readonly groupId: Uint8Array
  readonly creator: Registered
  /** The MLS state of a member; throws where that client is no member. */
  session(member: Registered): GroupSession
  /** Uploads a prepared commit through that member's application server, by default the creator's; nothing is applied. */
  upload(
    prepared: PreparedCommit,
    change?: Partial<PreparedCommit['upload']>,
    by?: Registered,
  ): Promise<Answer<'uploadCommit'>>
  uploadProposal(packet: Uint8Array): Promise<Answer<'uploadProposal'>>
  /** Commits and delivers to all members; unreachable where the gateway refuses, which `tolerated` may allow it. */
  commit(by: Registered, options?: CommitOptions, tolerated?: ReadingId): Promise<PreparedCommit>
  /** Proposes and delivers to all members; unreachable where the gateway refuses. */
  propose(by: Registered, value: Parameters<GroupSession['propose']>[0]): Promise<Uint8Array>
  /** Adds clients with fresh packages by one commit and lets them join; unreachable where the gateway refuses. */
  add(by: Registered, joiners: readonly Registered[], packages?: readonly OwnKeyPackage[]): Promise<void>
  /** Hands a message to every member but the sender. */
  deliver(message: Uint8Array, sender?: Registered): Promise<void>
  /** Makes a session known, for example after an external join; or forgets it. */
  seat(member: Registered, session: GroupSession | undefined): void
  proposals(): Promise<Answer<'listProposals'>>
  controlMessages(startEpochId: bigint, endEpochId?: bigint): Promise<Answer<'controlMessages'>>
  groupInfo(): Promise<Answer<'groupInfo'>>
}

/** Creates the group at the gateway and adds the members; `Unreachable` where a step is refused. */
export async function startGroup(
  groupId: Uint8Array,
  creator: Registered,
  members: readonly Registered[],
): Promise<GroupStory> {
  const session = await creator.person.createGroup(groupId)
  achieved(await creator.server.createGroup(await session.export()))
  const story = groupStory(groupId, creator, session)
  if (members.length > 0) await story.add(creator, members)
  return story
}

/** The story of a group that is known to be at the gateway with its creator alone. */
export function groupStory(groupId: Uint8Array, creator: Registered, first: GroupSession): GroupStory {
  const { server } = creator
  const sessions = new Map<Registered, GroupSession>([[creator, first]])
  /** Members of other domains have a server of their own for the same application. */
  const serverOf = (member: Registered) => (member.server.appId === server.appId ? member.server : server)
  const story: GroupStory = {
    groupId,
    creator,
    session(member) {
      const session = sessions.get(member)
      if (session) return session
      throw new Error(`${member.person.name} is not a member of this group`)
    },
    upload: (prepared, change = {}, by = creator) =>
      serverOf(by).uploadCommit({ groupId, ...prepared.upload, ...change }),
    uploadProposal: (packet) => server.uploadProposal({ groupId, packet }),
    async commit(by, options, tolerated) {
      const prepared = await story.session(by).prepare(options)
      achieved(await story.upload(prepared, {}, by), tolerated)
      prepared.apply()
      await story.deliver(prepared.upload.commitPacket, by)
      return prepared
    },
    async propose(by, value) {
      const packet = await story.session(by).propose(value)
      achieved(await serverOf(by).uploadProposal({ groupId, packet }))
      await story.deliver(packet, by)
      return packet
    },
    async add(by, joiners, given) {
      const packages = given ?? (await Promise.all(joiners.map((joiner) => joiner.person.keyPackage())))
      const proposals = packages.map((own) => ({ type: 'add' as const, keyPackage: own.message }))
      const { upload, ratchetTree } = await story.commit(by, { proposals })
      const welcome = upload.welcomePacket ?? new Uint8Array()
      for (const [index, joiner] of joiners.entries()) {
        const own = packages[index]
        if (own) sessions.set(joiner, await joiner.person.join(own, { welcome, ratchetTree }))
      }
    },
    async deliver(message, sender) {
      for (const [member, session] of sessions) {
        if (member === sender) continue
        if ((await session.receive(message)) === 'removed') sessions.delete(member)
      }
    },
    seat(member, session) {
      if (session) sessions.set(member, session)
      else sessions.delete(member)
    },
    proposals: () => server.listProposals({ groupId }),
    controlMessages: (startEpochId, endEpochId) => server.controlMessages({ groupId, startEpochId, endEpochId }),
    groupInfo: () => server.groupInfo({ groupId }),
  }
  return story
}
