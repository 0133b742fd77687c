// A member of a group with its secrets, as a value: every step returns the next member and leaves this one as it was.
import type { ClientState } from 'ts-mls/clientState.js'
import type { Suite } from '../suite.ts'

/** Secret leaf key of an Update this member has proposed, kept until the commit that applies it. */
export interface PendingUpdate {
  readonly encryptionKey: Uint8Array
  readonly privateKey: Uint8Array
  readonly signatureKey: Uint8Array
  readonly signaturePrivateKey: Uint8Array
}

/** All fields are opaque outside mls/; use describeMember. */
export interface Member {
  readonly suite: Suite
  readonly state: ClientState
  readonly pendingUpdates: readonly PendingUpdate[]
}

/** What a member knows of its group now; hashes and the authenticator are raw bytes. */
export interface MemberDescription {
  readonly groupId: Uint8Array
  readonly epoch: bigint
  readonly treeHash: Uint8Array
  readonly confirmedTranscriptHash: Uint8Array
  /** Equal in two members exactly when they share the epoch's secrets (RFC 9420 section 8.7). */
  readonly epochAuthenticator: Uint8Array
  readonly leafIndex: number
  readonly members: readonly { readonly leafIndex: number; readonly identity: Uint8Array }[]
}
