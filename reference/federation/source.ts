// What a follower reads of a group from the external interface of the gateway that orders it.
import { z } from 'zod'
import { isSameState, type PublicGroup } from '../../mls/public-group.ts'
import type { Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { type Application, type Epoch, type Group, octetsKey } from '../store/store.ts'
import type { Followed } from './following.ts'
import { handshakeOf, peekAt } from './peek.ts'

export interface JoinInfo {
  readonly identifier: Uint8Array
  readonly welcome: Uint8Array
  readonly ratchetTree: Uint8Array
}

interface GroupStart {
  readonly groupInfo: Uint8Array
  readonly ratchetTree: Uint8Array
}

type Entry = Epoch & { readonly commit: Uint8Array }

/** What went before, as far as the ordering gateway shows it. */
interface GroupRecord {
  readonly log: Pick<Group, 'epochs' | 'firstEpoch'>
  /** Refs of key packages that were added by then. */
  readonly used: readonly string[]
}

export interface Source {
  /** Undefined where the group is not there, or has no group info. */
  groupInfo(parts: Parts, followed: Followed): Promise<GroupStart | undefined>
  /** The group info of exactly this state; undefined where the ordering gateway has none, or is elsewhere by now. */
  groupInfoOf(parts: Parts, followed: Followed, group: Group): Promise<Uint8Array | undefined>
  /** Proposals and commits of the entries from an epoch on. */
  messagesFrom(parts: Parts, followed: Followed, start: bigint): Promise<Uint8Array[]>
  record(parts: Parts, followed: Followed, state: PublicGroup): Promise<GroupRecord>
  proposals(parts: Parts, followed: Followed): Promise<Uint8Array[]>
  /** What those of these clients have been invited with who are at home here. */
  joinInfos(parts: Parts, followed: Followed, identifiers: readonly Uint8Array[]): Promise<JoinInfo[]>
}

export function createSource(): Source {
  return {
    async groupInfo(parts, followed) {
      const at = { name: 'groupInfo', target: `${pathOf(followed)}/group-info` } as const
      const found = await orNothing(parts.links.read(parts, followed.orderer, at))
      const { groupInfo, ratchetTree } = found?.groupInfos[0] ?? {}
      return groupInfo === undefined || ratchetTree === undefined ? undefined : { groupInfo, ratchetTree }
    },
    async groupInfoOf(parts, followed, { state }) {
      const { following, groups } = parts
      const info = await this.groupInfo(parts, followed)
      const shown = info && (await groups.open(info, following.rules(parts, followed.application)).catch(leaveOut))
      return shown && isSameState(shown, state) ? groups.joinableInfo(info.groupInfo) : undefined
    },
    async messagesFrom(parts, followed, start) {
      const target = `${pathOf(followed)}/control-msgs?startEpochId=${start}`
      const { messages } = await parts.links.read(parts, followed.orderer, { name: 'controlMessages', target })
      return messages
    },
    async record(parts, followed, state) {
      const messages = (await orNothing(this.messagesFrom(parts, followed, 0n))) ?? []
      const entries = entriesOf(messages, state.epoch)
      const log = { epochs: entries, firstEpoch: state.epoch - BigInt(entries.length) + 1n }
      const refs = entries.flatMap(({ proposals, commit }) => [...proposals, commit])
      return { log, used: (await Promise.all(refs.map((packet) => refsIn(state, packet)))).flat() }
    },
    async proposals(parts, followed) {
      const at = { name: 'listProposals', target: `${pathOf(followed)}/proposals` } as const
      return (await orNothing(parts.links.read(parts, followed.orderer, at)))?.messages ?? []
    },
    async joinInfos(parts, { application, orderer }, identifiers) {
      const found: JoinInfo[] = []
      for (const identifier of identifiers) {
        if (!parts.ordering.isAtHome(parts, application, identifier)) continue
        const at = { name: 'welcomeMessages', target: invitationsOf(parts, application, identifier) } as const
        const kept = await orNothing(parts.links.read(parts, orderer, at))
        for (const { welcome, ratchetTree } of kept?.joinInfos ?? [])
          if (ratchetTree !== undefined) found.push({ identifier, welcome, ratchetTree })
      }
      return found
    },
  }
}

function pathOf({ application, groupId }: Followed): string {
  return `/apps/${application.id}/groups/${Buffer.from(groupId).toString('base64url')}`
}

function invitationsOf({ naming, operations }: Parts, application: Application, identifier: Uint8Array): string {
  const { handle, domain } = naming.nameOf(application.configuration, identifier)
  const wire = z.encode(operations.welcomeMessages.parameters, { appId: application.id, clientHandle: handle })
  const { clientHandle } = wire as { clientHandle: string }
  const query = domain === undefined ? '' : `?domain=${encodeURIComponent(domain)}`
  return `/apps/${application.id}/clients/${clientHandle}/welcome-msgs${query}`
}

/** Undefined where the peer says that there is nothing; its failures stay failures. */
async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (reason) {
    if (reason instanceof Refusal && reason.status === 404) return undefined
    throw reason
  }
}

/** What does not fit is left out: the ordering gateway may have gone on in the meantime. */
export function leaveOut(reason: unknown): undefined {
  if (!(reason instanceof Refusal)) throw reason
}

/** The entries of a log without a gap that end with `last`; an ordering gateway that shows less leaves us with less. */
function entriesOf(messages: readonly Uint8Array[], last: bigint): Entry[] {
  const entries: Entry[] = []
  let proposals: Uint8Array[] = []
  let next: bigint | undefined
  for (const message of messages) {
    const { contentType, epoch } = peekAt(message) ?? {}
    if (contentType === 'proposal') {
      proposals.push(message)
      continue
    }
    if (epoch === undefined || epoch >= last) break
    if (next !== undefined && epoch !== next) entries.length = 0
    entries.push({ proposals, commit: message })
    proposals = []
    next = epoch + 1n
  }
  return next === last ? entries : []
}

async function refsIn(state: PublicGroup, packet: Uint8Array): Promise<string[]> {
  return (await handshakeOf(state, packet))?.adds.map(({ ref }) => octetsKey(ref)) ?? []
}
