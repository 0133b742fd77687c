// Who orders a group, and whose packets a gateway takes for it (wire profile, section 6; readings ).
import type { PublicGroup } from '../../mls/public-group.ts'
import { mlsRules } from '../editions/mls-rules.ts'
import type { Call, Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { type Application, type Group, octetsKey } from '../store/store.ts'
import { foldDomain } from './domains.ts'
import { handshakeOf } from './peek.ts'
import type { Peer } from './peers.ts'

/** A packet that has arrived for a group; `from` is absent where the gateway's own application uploaded it. */
interface Arrival {
  readonly application: Application
  readonly group: Group
  readonly from: Peer | undefined
  readonly packet: Uint8Array
}

/** Domains of the clients that a packet involves; empty where the application has no domains. */
interface Parties {
  /** Of the sender; for an external sender, of every member. */
  readonly senders: readonly string[]
  /** Of the clients that it adds, one that joins by it included. */
  readonly arriving: readonly string[]
}

export interface Ordering {
  /** Whether this gateway orders the group: it was created here. */
  isOrderedHere(group: Group): boolean
  /** Whether the packet comes from the gateway that orders the group. */
  isForwarded(arrival: Pick<Arrival, 'group' | 'from'>): boolean
  /** Whether the group is on record as ordered by the gateway that tells of its creation. */
  isFollowed(application: Application, groupId: Uint8Array, from: Peer | undefined): boolean
  /** Puts the group on record as ordered by the gateway that it comes from, or here. */
  assign(application: Application, group: Group, from: Peer | undefined): Group
  /** Refuses a gateway that does not order the group, at one that does not either. */
  checkForwarder(group: Group, from: Peer): void
  /** Refuses, as `wrong-domain`, a group whose creator is of another domain than the gateway that it comes from. */
  checkCreator(parts: Parts, application: Application, creation: { state: PublicGroup; from: Peer | undefined }): void
  partiesOf(parts: Parts, arrival: Arrival): Promise<Parties>
  /** Refuses what a gateway relays for a sender of another domain, as `wrong-domain`. */
  checkSender(from: Peer, senders: readonly string[]): void
  /** Refuses clients that are neither of an own domain nor of one that the application federates with, as `wrong-domain`. */
  checkArriving(parts: Parts, application: Application, arriving: readonly string[]): void
  /** All that concerns domains in a packet; without domains there is nothing to check. */
  checkParties(parts: Parts, arrival: Arrival): Promise<void>
  /** Whether join information of an added client is kept here: the ordering gateway's for all, a follower's for its own. */
  isKept(parts: Parts, subject: { application: Application; group: Group }, identifier: Uint8Array): boolean
  /** Whether a client is at home here: of an own domain or, without domains, registered. */
  isAtHome(parts: Parts, application: Application, identifier: Uint8Array): boolean
  /** The client whose join information a gateway asks for; refuses clients that are none of its own. */
  clientOf(parts: Parts, from: Peer, call: Call<'welcomeMessages'>): Uint8Array
}

export function createOrdering(): Ordering {
  return {
    isOrderedHere({ orderedBy }) {
      return orderedBy === undefined
    },
    isForwarded({ group, from }) {
      return from !== undefined && group.orderedBy === from.domain
    },
    isFollowed({ groups }, groupId, from) {
      return from !== undefined && groups.get(octetsKey(groupId))?.orderedBy === from.domain
    },
    assign({ groups }, group, from) {
      if (from === undefined) return group
      const assigned = { ...group, orderedBy: from.domain }
      groups.set(group.key, assigned)
      return assigned
    },
    checkForwarder(group, from) {
      if (this.isForwarded({ group, from })) return
      throw new Refusal('forbidden', 'Another gateway orders this group.')
    },
    checkCreator(parts, application, { state, from }) {
      for (const { handle } of state.members) {
        const { domain } = parts.naming.nameOf(application.configuration, handle)
        if (from === undefined) parts.domains.checkHome(domain)
        else if (domain !== undefined) this.checkSender(from, [domain])
      }
    },
    async partiesOf(parts, { application, group, packet }) {
      const { identity, nameOf } = mlsRules(parts, application)
      const handshake = await handshakeOf(group.state, packet)
      if (handshake === undefined) throw new Refusal('unsupported-message', 'The packet is no handshake message.')
      const { sender, adds } = handshake
      const members = group.state.members
        .filter(({ leafIndex }) => sender.kind !== 'member' || sender.leafIndex === leafIndex)
        .map(({ handle }) => nameOf(handle))
      const joining = sender.kind === 'joining' ? [nameOf(identity.clientHandle(sender.identity))] : []
      const added = adds.map((add) => nameOf(identity.clientHandle(add.identity)))
      const domainsOf = (names: readonly { domain?: string | undefined }[]) =>
        names.flatMap(({ domain }) => (domain === undefined ? [] : [domain]))
      return {
        senders: domainsOf(sender.kind === 'joining' ? joining : members),
        arriving: domainsOf([...joining, ...added]),
      }
    },
    checkSender({ domains }, senders) {
      if (senders.some((domain) => domains.has(domain))) return
      throw new Refusal('wrong-domain', 'The sender is of another domain than the gateway that the packet comes from.')
    },
    checkArriving({ domains, peers }, application, arriving) {
      const federating = peers.federating(application)
      const isKnown = (domain: string) => domains.isOwn(domain) || federating.some((peer) => peer.domains.has(domain))
      if (arriving.every(isKnown)) return
      throw new Refusal('wrong-domain', 'A client is of a domain that the application does not federate with.')
    },
    async checkParties(parts, arrival) {
      const { application, from } = arrival
      if (!application.configuration.identity.supportsDomains) return
      const { senders, arriving } = await this.partiesOf(parts, arrival)
      if (from !== undefined && !this.isForwarded(arrival)) this.checkSender(from, senders)
      this.checkArriving(parts, application, arriving)
    },
    isKept(parts, { application, group }, identifier) {
      return this.isOrderedHere(group) || this.isAtHome(parts, application, identifier)
    },
    isAtHome({ naming, domains, clients }, application, identifier) {
      const { domain } = naming.nameOf(application.configuration, identifier)
      return domain === undefined ? clients.isTaken(application, identifier) : domains.isOwn(domain)
    },
    clientOf(parts, from, { application, input: { clientHandle: handle, domain: asked } }) {
      const { configuration } = application
      if (asked === undefined && from.domains.size > 1) parts.domains.checkSaid(asked)
      const domain = asked === undefined ? from.domain : foldDomain(asked)
      if (!from.domains.has(domain))
        throw new Refusal('unknown-domain', 'The domain is not one of the calling gateway.')
      const name = configuration.identity.supportsDomains ? { handle, domain } : { handle }
      const identifier = parts.naming.identifierOf(configuration, name)
      if (this.isAtHome(parts, application, identifier))
        throw new Refusal('not-found', 'The client is one of this gateway.')
      return identifier
    },
  }
}
