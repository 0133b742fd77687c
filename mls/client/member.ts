// A member of a group with its secrets, as a value: every step returns the next member and leaves this one as it was.

import { defaultClientConfig } from 'ts-mls/clientConfig.js'
import { type ClientState, createGroup as createState } from 'ts-mls/clientState.js'
import { getHpkePublicKey } from 'ts-mls/ratchetTree.js'
import type { Suite } from '../suite.ts'
import { leavesOf } from '../tree/leaves.ts'
import type { OwnKeyPackage } from './key-package.ts'
import { type GroupExtension, toExtension } from './proposal-value.ts'

/** Secret leaf key of an Update this member has proposed, kept until the commit that applies it. */
interface PendingUpdate {
  readonly encryptionKey: Uint8Array
  readonly privateKey: Uint8Array
}

/** All fields are opaque outside mls/; use describeMember. */
export interface Member {
  readonly suite: Suite
  readonly state: ClientState
  readonly pendingUpdates: readonly PendingUpdate[]
  /** Secrets of external PSKs by the Base64 of their id. */
  readonly psks: Readonly<Record<string, Uint8Array>>
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

interface CreateGroupOptions {
  readonly groupId: Uint8Array
  readonly own: OwnKeyPackage
  readonly extensions?: readonly GroupExtension[]
}

/** A group of one at epoch 0 (RFC 9420 section 11). */
export async function createGroup({ groupId, own, extensions = [] }: CreateGroupOptions): Promise<Member> {
  const { suite } = own
  // Extensions are set afterwards: ts-mls would read external_senders as a single sender (B9).
  const bare = await createState(groupId, own.keyPackage, own.privateKeys, [], suite.cipher, defaultClientConfig)
  const groupContext = { ...bare.groupContext, extensions: extensions.map(toExtension) }
  return { suite, state: { ...bare, groupContext }, pendingUpdates: [], psks: {} }
}

export function describeMember({ state }: Member): MemberDescription {
  const { groupContext, keySchedule, privatePath, ratchetTree } = state
  return {
    groupId: groupContext.groupId,
    epoch: groupContext.epoch,
    treeHash: groupContext.treeHash,
    confirmedTranscriptHash: groupContext.confirmedTranscriptHash,
    epochAuthenticator: keySchedule.epochAuthenticator,
    leafIndex: privatePath.leafIndex,
    members: leavesOf(ratchetTree).map(({ leafIndex, leaf }) => ({
      leafIndex,
      identity: leaf.credential.credentialType === 'basic' ? leaf.credential.identity : new Uint8Array(),
    })),
  }
}

/** The encryption key (HPKE) of a node of the member's tree, leaves at even places; empty where that node is blank. */
export function encryptionKeyOfNode({ state: { ratchetTree } }: Member, nodeIndex: number): Uint8Array {
  const node = ratchetTree[nodeIndex]
  return node === undefined ? new Uint8Array() : getHpkePublicKey(node)
}

/** The member, now knowing the secret of an external PSK (RFC 9420 section 8.4). */
export function withPsk(member: Member, psk: { readonly id: Uint8Array; readonly secret: Uint8Array }): Member {
  return { ...member, psks: { ...member.psks, [Buffer.from(psk.id).toString('base64')]: psk.secret } }
}

/** What a message made of a member. */
export interface Received {
  readonly member: Member
  /** `removed`: the commit took this member out; it stays in its last epoch and can send nothing more. */
  readonly kind: 'proposal' | 'commit' | 'application' | 'removed'
  readonly application?: Uint8Array
}
