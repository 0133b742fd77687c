// For the history tests only: a group whose members and public side go through the same epochs.
import assert from 'node:assert/strict'
import { hasBytes } from '../codec/bytes.ts'
import { toWireExtension } from '../codec/names.ts'
import type { OwnKeyPackage, SignatureKey } from '../key-package.ts'
import { makeSignatureKey } from '../key-package.ts'
import { createGroup, describeMember, exportGroup, joinFromWelcome, type Member, receive } from '../member.ts'
import {
  allChecks,
  openGroup,
  type PublicGroup,
  type PublicProposal,
  type Rules,
  readCommit,
  readProposal,
} from '../public-group.ts'
import { loadSuite, type Suite } from '../suite.ts'
import { basicIdentity, now, packageOf, seededRandom } from '../world.test.kit.ts'

export interface Room {
  readonly suite: Suite
  readonly rules: Rules
  readonly group: PublicGroup
  readonly members: ReadonlyMap<string, Member>
  /** Proposals of this epoch. */
  readonly waiting: readonly PublicProposal[]
  /** Proposals of earlier epochs, committed or not. */
  readonly stale: readonly PublicProposal[]
  /** The commits that led here. */
  readonly past: readonly SentCommit[]
  /** Key packages of clients that proposals of this epoch would add. */
  readonly invited: readonly OwnKeyPackage[]
  /** The external sender that some epochs allow. */
  readonly warden: SignatureKey
}

export interface SentProposal {
  readonly packet: Uint8Array
  /** Private signature key of its sender. */
  readonly key: Uint8Array
  /** The client it would add. */
  readonly own?: OwnKeyPackage
  /** The proposing member with the proposal in mind; absent for one from outside. */
  readonly from?: { readonly name: string; readonly member: Member }
}

export interface SentCommit {
  readonly packet: Uint8Array
  readonly key: Uint8Array
  readonly by: string
  /** The committer in the next epoch. */
  readonly member: Member
  readonly groupInfo: Uint8Array
  readonly ratchetTree: Uint8Array
  readonly welcome?: Uint8Array
  /** Key packages of clients it adds by value. */
  readonly joining: readonly OwnKeyPackage[]
}

const gateways = new Map<number, Promise<Suite>>()

/** A group of one, as the seed has it. */
export async function openRoom(suiteId: number, seed: string): Promise<Room> {
  const suite = await loadSuite(suiteId, seededRandom(seed))
  const gateway = gateways.get(suiteId) ?? loadSuite(suiteId, seededRandom('gateway'))
  gateways.set(suiteId, gateway)
  const rules: Rules = { checks: allChecks, identity: basicIdentity, suite: () => gateway, now: () => now }
  const warden = await makeSignatureKey(suite)
  const own = await packageOf({ suite }, 'n0')
  const senders = [{ signatureKey: warden.publicKey, identity: new TextEncoder().encode('warden') }]
  const extensions = [{ type: 'external-senders' as const, senders }]
  const founder = await createGroup({ groupId: new TextEncoder().encode(seed), own, extensions })
  const group = await openGroup(await exportGroup(founder), rules)
  const members = new Map([['n0', founder]])
  return { suite, rules, group, members, waiting: [], stale: [], past: [], invited: [], warden }
}

export async function acceptProposal(room: Room, sent: SentProposal): Promise<Room> {
  const proposal = await readProposal(room.group, sent.packet, room.rules)
  const again = await readProposal(room.group, sent.packet, room.rules)
  assert.deepEqual(again.ref, proposal.ref, 'a proposal sent twice is the same proposal')
  const members = new Map<string, Member>()
  for (const [name, member] of room.members)
    members.set(name, name === sent.from?.name ? sent.from.member : (await receive(member, sent.packet)).member)
  const invited = sent.own === undefined ? room.invited : [...room.invited, sent.own]
  return { ...room, members, invited, waiting: [...room.waiting, proposal] }
}

export function uploadOf({ packet, groupInfo, welcome }: SentCommit) {
  return welcome === undefined ? { packet, groupInfo } : { packet, groupInfo, welcome }
}

/** Everybody in the next epoch; fails unless public side and members agree there. */
export async function acceptCommit(room: Room, sent: SentCommit): Promise<Room> {
  const { next, added } = await readCommit(room.group, { ...uploadOf(sent), proposals: room.waiting }, room.rules)
  const members = new Map<string, Member>()
  for (const [name, member] of room.members) {
    if (name === sent.by) continue
    const received = await receive(member, sent.packet)
    if (received.kind !== 'removed') members.set(name, received.member)
  }
  members.set(sent.by, sent.member)
  const { welcome, ratchetTree } = sent
  for (const own of [...sent.joining, ...room.invited])
    if (
      welcome !== undefined &&
      hasBytes(
        added.map(({ ref }) => ref),
        own.ref,
      )
    )
      members.set(Buffer.from(own.identity).toString(), await joinFromWelcome({ own, welcome, ratchetTree }))
  const stale = [...room.waiting, ...room.stale].slice(0, 6)
  const after = {
    ...room,
    group: next,
    members,
    waiting: [],
    invited: [],
    stale,
    past: [sent, ...room.past].slice(0, 3),
  }
  agree(after)
  return after
}

function agree({ group, members }: Room): void {
  const seen = [...members.values()].map(viewOf)
  const [first = assert.fail('a group without members')] = seen
  for (const view of seen) assert.deepEqual(view, first, 'members disagree')
  const { epoch, treeHash, confirmedTranscriptHash } = group
  const extensions = group.state.context.extensions.map(toWireExtension)
  const { epochAuthenticator: _, leaves, ...shared } = first
  assert.deepEqual({ epoch, treeHash, confirmedTranscriptHash, extensions }, shared, 'the public side disagrees')
  assert.deepEqual(
    group.members.map(({ leafIndex, handle }) => ({ leafIndex, identity: handle })),
    leaves,
    'the public side has other members',
  )
}

function viewOf(member: Member) {
  const { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator, members: leaves } = describeMember(member)
  const extensions = member.state.groupContext.extensions.map(toWireExtension)
  return { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator, extensions, leaves }
}
