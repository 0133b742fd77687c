// A group that a played domain orders: the gateway under test hears of it only what it is brought, and what it asks for.
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import type { CommitOptions } from '../../mls/member.ts'
import type { GroupSession, PreparedCommit } from '../../simulator/group-session.ts'
import type { Person } from '../../simulator/person.ts'
import type { StagePeer } from './peer.ts'

interface Entry {
  readonly proposals: readonly Uint8Array[]
  readonly commit: PreparedCommit
}

export interface PlayedGroup {
  readonly groupId: Uint8Array
  readonly session: GroupSession
  /** What created the group. */
  readonly creation: Awaited<ReturnType<GroupSession['export']>>
  /** Adds a client by key package, as its gateway has accepted. */
  add(own: OwnKeyPackage): Promise<PreparedCommit>
  /** Commits what has been proposed, and more, by the creator or by the session given; its gateway has accepted that. */
  commit(options?: CommitOptions, by?: GroupSession): Promise<PreparedCommit>
  propose(...value: Parameters<GroupSession['propose']>): Promise<Uint8Array>
  /** What has been accepted: epoch by epoch from the second on, and the proposals of the present one. */
  accepted(): { readonly entries: readonly Entry[]; readonly proposals: readonly Uint8Array[] }
}

/** The group of one member, whose gateway has told nobody of it yet. */
export async function playGroup(session: GroupSession): Promise<PlayedGroup> {
  const creation = await session.export()
  const entries: Entry[] = []
  let proposals: Uint8Array[] = []
  const commit: PlayedGroup['commit'] = async (options, by = session) => {
    const prepared = await by.prepare(options)
    prepared.apply()
    entries.push({ proposals, commit: prepared })
    proposals = []
    return prepared
  }
  return {
    groupId: session.groupId,
    session,
    creation,
    add: ({ message }) => commit({ proposals: [{ type: 'add', keyPackage: message }] }),
    commit,
    async propose(...value) {
      const packet = await session.propose(...value)
      proposals = [...proposals, packet]
      return packet
    },
    accepted: () => ({ entries: [...entries], proposals }),
  }
}

/** Lets a played gateway show a group as it is now, and to whoever asks for an invitation that of the commit given. */
export function showsGroup(peer: StagePeer, group: PlayedGroup, invitation?: PreparedCommit): void {
  const { entries, proposals } = group.accepted()
  const last = entries.at(-1)?.commit
  const { groupInfo, ratchetTree } = last ? { ...last.upload, ratchetTree: last.ratchetTree } : group.creation
  const { upload, ratchetTree: tree } = invitation ?? {}
  peer.on('groupInfo', () => ({ groupInfos: [{ groupInfo, ratchetTree }] }))
  peer.on('controlMessages', ({ input: { startEpochId } }) => ({ messages: messagesFrom(entries, startEpochId) }))
  peer.on('listProposals', () => ({ messages: [...proposals] }))
  peer.on('welcomeMessages', () => ({
    joinInfos: upload?.welcomePacket ? [{ welcome: upload.welcomePacket, ratchetTree: tree }] : [],
  }))
}

/** What an ordering gateway shows from an epoch on, by the commits that created the epochs. */
export function messagesFrom(entries: readonly Entry[], start: bigint): Uint8Array[] {
  return entries
    .filter((_, index) => BigInt(index + 1) >= start)
    .flatMap(({ proposals, commit }) => [...proposals, commit.upload.commitPacket])
}

/**
 * Grows the group of one to four leaves whose second and third, one in each half of the tree, are unmerged in the root:
 * `first` join, two of them make room again, and `later` take their places. Gives the commit that added the last.
 */
export async function growUnmerged(
  group: PlayedGroup,
  { first, later }: { readonly first: readonly Person[]; readonly later: readonly [OwnKeyPackage, OwnKeyPackage] },
): Promise<PreparedCommit> {
  for (const person of first) await group.add(await person.keyPackage())
  await group.commit({ withPath: true })
  await group.commit({ proposals: [1, 2].map((leafIndex) => ({ type: 'remove', leafIndex })) })
  await group.add(later[0])
  return group.add(later[1])
}
