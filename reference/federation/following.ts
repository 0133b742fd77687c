// How a follower keeps up with the gateway that orders a group: it starts in the middle of an unknown one, notices what it
// missed, and reads that from the ordering gateway's external interface (wire profile, section 6).
import { mlsRules } from '../editions/mls-rules.ts'
import type { GatewayRules } from '../identity/naming.ts'
import type { Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { type Application, type Group, octetsKey } from '../store/store.ts'
import { handshakeOf, peekAt } from './peek.ts'
import type { Peer } from './peers.ts'
import { type JoinInfo, leaveOut } from './source.ts'

/** A packet for a group that may be unknown yet; `from` is absent where the gateway's own application uploaded it. */
interface Incoming {
  readonly application: Application
  readonly groupId: Uint8Array
  readonly from: Peer | undefined
  readonly packet: Uint8Array
}

/** A group as it is followed: where it is, and from whom it is read. */
export interface Followed {
  readonly application: Application
  readonly orderer: Peer
  readonly groupId: Uint8Array
}

/** Where caught-up packets lead, and what they did beside changing the group. */
interface Replay {
  readonly group: Group
  /** Identifiers of the clients added. */
  readonly added: readonly Uint8Array[]
  /** Refs of their key packages. */
  readonly used: readonly string[]
}

export interface Following {
  /** The group; for a packet from its ordering gateway, caught up as far as that needs. Refuses who may not send it. */
  groupFor(parts: Parts, incoming: Incoming): Promise<Group>
  /** Whether something is missing between the group and a packet: epochs, or proposals that it refers to. */
  isGap(group: Group, packet: Uint8Array): Promise<boolean>
  /** Whether the group has gone past a packet that its ordering gateway tells of. */
  isPast(group: Group, from: Peer | undefined, packet: Uint8Array): boolean
  /** Starts from the ordering gateway's group info; refuses as `unknown-group` where it has none. */
  adopt(parts: Parts, followed: Followed): Promise<Group>
  /** Takes the group to where the ordering gateway is, with invitations and key packages: all of it or nothing. */
  catchUp(parts: Parts, followed: Followed, group: Group): Promise<Group>
  /** What is caught up was accepted once: today's clock does not judge it, and it comes without welcomes. */
  rules(parts: Parts, application: Application): GatewayRules
  /** Follows proposals and commits from a group on, in a copy of the application's groups. */
  replay(parts: Parts, application: Application, from: { group: Group; messages: Uint8Array[] }): Promise<Replay>
  /** The proposals that wait in the group's present epoch. */
  waiting(parts: Parts, followed: Followed, group: Group): Promise<Group['proposals']>
  /** Registers invitations that are not there yet. */
  invite(parts: Parts, application: Application, joinInfos: readonly JoinInfo[]): void
}

export function createFollowing(): Following {
  return {
    async groupFor(parts, { application, groupId, from, packet }) {
      if (from === undefined) return parts.groups.find(application, groupId)
      const known = application.groups.get(octetsKey(groupId))
      const followed = { application, orderer: from, groupId }
      if (known === undefined) {
        checkGroup(groupId, packet)
        return this.adopt(parts, followed)
      }
      if (parts.ordering.isOrderedHere(known)) return known
      parts.ordering.checkForwarder(known, from)
      return (await this.isGap(known, packet)) ? this.catchUp(parts, followed, known) : known
    },
    async isGap({ state, proposals }, packet) {
      const epoch = peekAt(packet)?.epoch
      if (epoch !== state.epoch) return epoch !== undefined && epoch > state.epoch
      const known = new Set(proposals.map(({ ref }) => octetsKey(ref)))
      const handshake = await handshakeOf(state, packet)
      return handshake?.references.some((reference) => !known.has(octetsKey(reference))) ?? false
    },
    isPast({ state, firstEpoch = 0n, orderedBy }, from, packet) {
      const peek = peekAt(packet)
      if (from === undefined || from.domain !== orderedBy) return false
      if (peek === undefined || peek.epoch >= state.epoch) return false
      const isOnRecord = peek.epoch + 1n >= firstEpoch
      return peek.contentType === 'proposal' || !isOnRecord
    },
    async adopt(parts, followed) {
      const { groups, keyPackages, source } = parts
      const { application, orderer, groupId } = followed
      const rules = this.rules(parts, application)
      const info = await source.groupInfo(parts, followed)
      if (info === undefined)
        throw new Refusal('unknown-group', 'The group is not known here, and there is nothing to start from.')
      const state = await groups.open(info, rules)
      if (Buffer.compare(state.groupId, groupId) !== 0)
        throw new Refusal('peer-failed', 'The gateway that orders the group shows another one.')
      const record = await source.record(parts, followed, state)
      const begun = { state, ...record.log, proposals: [], groupInfo: groups.joinableInfo(info.groupInfo) }
      const group = { ...begun, key: octetsKey(groupId), id: groupId, orderedBy: orderer.domain }
      const proposals = await this.waiting(parts, followed, group)
      const joinInfos = await source.joinInfos(
        parts,
        followed,
        state.members.map(({ handle }) => handle),
      )
      // Everything has been read: from here on nothing waits.
      this.invite(parts, application, joinInfos)
      keyPackages.advance(application, record.used)
      return application.groups.get(group.key) ?? groups.adopt(application, { ...group, proposals })
    },
    async catchUp(parts, followed, group) {
      const { keyPackages, source } = parts
      const { application } = followed
      // From the present epoch on: a gateway may leave out the commit that made the first (reading A-09).
      const messages = await source.messagesFrom(parts, followed, group.state.epoch)
      const { group: reached, added, used } = await this.replay(parts, application, { group, messages })
      const groupInfo = await source.groupInfoOf(parts, followed, reached)
      const proposals = await this.waiting(parts, followed, reached)
      const joinInfos = await source.joinInfos(parts, followed, added)
      // Everything has been read: from here on nothing waits.
      this.invite(parts, application, joinInfos)
      keyPackages.advance(application, used)
      const caughtUp = { ...reached, groupInfo, proposals }
      application.groups.set(group.key, caughtUp)
      return caughtUp
    },
    rules(parts, application) {
      const { configuration } = application
      const provider = parts.applications.providerOf(configuration)
      const { checks } = parts
      return {
        ...mlsRules(parts, application),
        checks: { ...checks, leaf: checks.leaf.filter(({ row }) => row !== 'LN-05'), welcome: [] },
        identity: provider.rules(configuration.identity, { byClock: false }),
      }
    },
    async replay(parts, application, { group, messages }) {
      const { groups } = parts
      const rules = this.rules(parts, application)
      const scratch = { ...application, groups: new Map([[group.key, group]]) }
      const added: Uint8Array[] = []
      const used: string[] = []
      let reached = group
      for (const message of messages) {
        const peek = peekAt(message)
        if (peek !== undefined && peek.epoch < reached.state.epoch) continue
        if (peek?.contentType === 'proposal')
          groups.propose(scratch, reached, await groups.readProposal(reached, message, rules))
        else {
          const upload = { commitPacket: message }
          const effect = await groups.readCommit(reached, upload, rules)
          groups.follow(scratch, reached, { effect, upload })
          for (const { handle, ref } of effect.added) {
            added.push(handle)
            used.push(octetsKey(ref))
          }
        }
        reached = scratch.groups.get(group.key) ?? reached
      }
      return { group: reached, added, used }
    },
    async waiting(parts, followed, group) {
      const rules = this.rules(parts, followed.application)
      const proposals = [...group.proposals]
      for (const message of await parts.source.proposals(parts, followed)) {
        if (parts.groups.isStored({ ...group, proposals }, message)) continue
        const proposal = await parts.groups.readProposal(group, message, rules).catch(leaveOut)
        if (proposal !== undefined) proposals.push(proposal)
      }
      return proposals
    },
    invite({ invitations }, application, joinInfos) {
      for (const { identifier, ...joining } of joinInfos) {
        const held = invitations.of(application, identifier)
        if (!held.some(({ welcome }) => Buffer.compare(welcome, joining.welcome) === 0))
          invitations.register(application, [identifier], joining)
      }
    },
  }
}

/** Nobody is asked about a group for the sake of a packet that does not belong to it. */
function checkGroup(groupId: Uint8Array, packet: Uint8Array): void {
  const peek = peekAt(packet)
  if (peek === undefined) throw new Refusal('unsupported-message', 'The packet is no handshake message.')
  if (Buffer.compare(peek.groupId, groupId) === 0) return
  throw new Refusal('group-mismatch', 'The packet belongs to another group than the path says.')
}
