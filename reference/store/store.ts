// Everything the gateway remembers, in memory. Records are values: a change puts a new record in the old one's place.
import type { PublicGroup, PublicProposal } from '../../mls/public-group.ts'
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import type { ClientBook } from './client-book.ts'
import type { Holders } from './queue-book.ts'

export interface Store {
  readonly applications: Map<string, Application>
  /** Every client and key queue id ever given out, also those of deleted ones: none is given out twice. */
  readonly issuedIds: Set<string>
}

/** An application and all that belongs to it; nothing in it is reachable from another application. */
export interface Application {
  readonly id: string
  readonly configuration: ApplicationConfiguration
  /** Names of the application servers that own it. */
  readonly applicationServers: ReadonlySet<string>
  readonly federatesWith: ReadonlySet<string>
  readonly clients: ClientBook
  readonly keyPackages: KeyPackageHistory
  /** By `octetsKey` of the group id. */
  readonly groups: Map<string, Group>
  /** Everything accepted for the groups ordered here, in that order, by key of the group. */
  readonly packets: Map<string, Packet[]>
  /** By `octetsKey` of the identifier that was invited (a handle, or one with its domain), in the order of invitation. */
  readonly invitations: Map<string, readonly Invitation[]>
}

/** Where key packages are, and what became of those that no queue holds any more, by KeyPackageRef. */
interface KeyPackageHistory {
  /** Used in a group, or handed out and then dropped: never served and never taken again. */
  readonly spent: Set<string>
  /** Stored as a final key at some time, which makes repeated use legitimate. */
  readonly final: Set<string>
  /** Who holds those that queues do hold. */
  readonly holders: Holders
}

export interface Client {
  readonly id: string
  readonly handle: Uint8Array
  /** One of the gateway's own, folded; absent where the identity provider has no domains. */
  readonly domain?: string | undefined
  /** Each once. */
  readonly tags: readonly string[]
  readonly queues: Map<string, KeyQueue>
}

export interface QueueAttributes {
  readonly protocolVersion: number
  readonly cipherSuite: number
  readonly appLabel: string
}

export interface KeyQueue extends QueueAttributes {
  readonly id: string
  /** In the order of arrival, expired ones included until the next update. */
  readonly packages: readonly QueuedPackage[]
  readonly finalKey: StoredPackage | undefined
}

export interface StoredPackage {
  /** KeyPackageRef (RFC 9420 section 5.2), as `octetsKey`. */
  readonly ref: string
  /** As `octetsKey`. */
  readonly initKey: string
  /** The MLSMessage as it was uploaded. */
  readonly message: Uint8Array
  /** What its credential says. */
  readonly handle: Uint8Array
  readonly domain?: string | undefined
  /** Unix seconds, both inclusive. */
  readonly notBefore: bigint
  readonly notAfter: bigint
}

export interface QueuedPackage extends StoredPackage {
  /** For whom the package is reserved, once it has been handed out. */
  readonly receiver?: string
}

export interface Group {
  readonly key: string
  readonly id: Uint8Array
  readonly state: PublicGroup
  /** From `firstEpoch` on. Epoch 0 has no commit. */
  readonly epochs: readonly Epoch[]
  /** The epoch that the record begins with: 0, where nothing is said. */
  readonly firstEpoch?: bigint
  /** Proposals of the current epoch, in the order of arrival. */
  readonly proposals: readonly PublicProposal[]
  /** For joining by external commit in the current epoch, where members provide it. */
  readonly groupInfo: Uint8Array | undefined
  /** Domain of the peer that orders the group; absent where this gateway does (reading A-27). */
  readonly orderedBy?: string
}

/** What an ordering gateway has accepted, as it goes to others. */
export interface Packet {
  /** Last segment of its route. */
  readonly route: 'groups' | 'proposals' | 'epochs'
  /** The body it was uploaded with. */
  readonly body: Uint8Array
  /** Identifiers of the clients that it adds. */
  readonly adds: readonly Uint8Array[]
}

export interface Epoch {
  /** Packets of the proposals that the commit refers to, in its order. */
  readonly proposals: readonly Uint8Array[]
  readonly commit: Uint8Array | undefined
}

export interface Invitation {
  readonly welcome: Uint8Array
  /** Tree of the epoch that the welcome leads to. */
  readonly ratchetTree: Uint8Array
  /** The client that was so called then, if it was registered. */
  readonly clientId: string | undefined
}

export function createStore(): Store {
  return { applications: new Map(), issuedIds: new Set() }
}

/** The same octets in memory of their own. */
export function copyOctets(octets: Uint8Array): Uint8Array {
  const copy = new Uint8Array(octets.length)
  copy.set(octets)
  return copy
}

/** Octets as a key of a Map. */
export function octetsKey(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex')
}

/** Draws an id that this gateway has never given out. */
export function freshId(store: Store, ids: () => string): string {
  const id = ids().toLowerCase()
  if (store.issuedIds.has(id)) throw new Error(`the source of ids gave ${id} twice`)
  store.issuedIds.add(id)
  return id
}
