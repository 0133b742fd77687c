// Groups without metadata protection: public state per epoch, proposals, commits (2023-03-17 sections group-creation and
// group-evolution). What MLS demands is judged by mls/; order, storage and repetition are decided here.
import { hasExternalPub } from '../../mls/message.ts'
import {
  type CommitEffect,
  openGroup,
  type PublicGroup,
  type PublicProposal,
  type Rules,
  readCommit,
  readProposal,
} from '../../mls/public-group.ts'
import { Refusal } from '../refusal.ts'
import { type Application, type Epoch, type Group, octetsKey } from '../store/store.ts'
import { judging } from './mls-refusal.ts'

interface GroupUpload {
  readonly groupInfo: Uint8Array
  readonly ratchetTree: Uint8Array
}

interface CommitUpload {
  readonly commitPacket: Uint8Array
  readonly groupInfo?: Uint8Array | undefined
  readonly welcomePacket?: Uint8Array | undefined
}

interface EpochRange {
  readonly start: bigint
  /** Absent: up to the current epoch. */
  readonly end?: bigint | undefined
}

export interface Groups {
  /** Refuses a group that was not created in the application, as `not-found`. */
  find(application: Application, groupId: Uint8Array): Group
  open(upload: GroupUpload, rules: Rules): Promise<PublicGroup>
  /** Refuses a beginning that is not epoch 0 with one node. */
  checkBeginning(state: PublicGroup): void
  /** Refuses the id of a group that exists, as `group-exists`. */
  checkAbsent(application: Application, groupId: Uint8Array): void
  /** What is kept for external joiners: a group info that lets nobody join is not. */
  joinableInfo(groupInfo: Uint8Array): Uint8Array | undefined
  create(application: Application, state: PublicGroup, groupInfo: Uint8Array): Group
  isStored(group: Group, packet: Uint8Array): boolean
  readProposal(group: Group, packet: Uint8Array, rules: Rules): Promise<PublicProposal>
  propose(application: Application, group: Group, proposal: PublicProposal): void
  /** Whether the packet is a commit that the group has already followed. */
  isFollowed(group: Group, packet: Uint8Array): boolean
  readCommit(group: Group, upload: CommitUpload, rules: Rules): Promise<CommitEffect>
  /** What the log keeps of the epoch that the commit makes. */
  epochOf(effect: CommitEffect, upload: CommitUpload): Epoch
  /** Takes the group into the epoch that the commit makes. */
  follow(application: Application, group: Group, commit: AcceptedCommit): Group
  /** Puts a group on record that goes on elsewhere, from the epoch on that is known of it. */
  adopt(application: Application, group: Omit<Group, 'key' | 'id'>): Group
  /** Commits and the proposals they refer to, from the entries of `start` to `end` inclusive (reading A-09). */
  controlMessages(group: Group, range: EpochRange): Uint8Array[]
}

interface AcceptedCommit {
  readonly effect: CommitEffect
  readonly upload: CommitUpload
}

export function createGroups(): Groups {
  return {
    find({ groups }, groupId) {
      const group = groups.get(octetsKey(groupId))
      if (group === undefined) throw new Refusal('not-found', 'There is no such group.')
      return group
    },
    open(upload, rules) {
      return judging('invalid-group-info', () => openGroup(upload, rules))
    },
    checkBeginning({ epoch, nodeCount }) {
      if (epoch !== 0n) throw new Refusal('invalid-group-info', `Expected epoch 0; found ${epoch}.`)
      if (nodeCount !== 1) throw new Refusal('invalid-group-info', `Expected a tree of one node; found ${nodeCount}.`)
    },
    checkAbsent({ groups }, groupId) {
      if (groups.has(octetsKey(groupId))) throw new Refusal('group-exists', 'A group with this id exists.')
    },
    joinableInfo(groupInfo) {
      return hasExternalPub(groupInfo) ? groupInfo : undefined
    },
    create(application, state, groupInfo) {
      this.checkBeginning(state)
      this.checkAbsent(application, state.groupId)
      const group: Group = {
        key: octetsKey(state.groupId),
        id: state.groupId,
        state,
        epochs: [{ proposals: [], commit: undefined }],
        proposals: [],
        groupInfo: this.joinableInfo(groupInfo),
      }
      application.groups.set(group.key, group)
      return group
    },
    isStored({ proposals }, packet) {
      return proposals.some((proposal) => Buffer.compare(proposal.packet, packet) === 0)
    },
    readProposal({ state }, packet, rules) {
      return judging('invalid-proposal', () => readProposal(state, packet, rules), state.epoch)
    },
    propose({ groups }, group, proposal) {
      groups.set(group.key, { ...group, proposals: [...group.proposals, proposal] })
    },
    isFollowed({ epochs }, packet) {
      return epochs.some(({ commit }) => commit !== undefined && Buffer.compare(commit, packet) === 0)
    },
    readCommit({ state, proposals }, { commitPacket, groupInfo, welcomePacket }, rules) {
      const upload = {
        packet: commitPacket,
        proposals,
        ...(groupInfo && { groupInfo }),
        ...(welcomePacket && { welcome: welcomePacket }),
      }
      return judging('invalid-commit', () => readCommit(state, upload, rules), state.epoch)
    },
    epochOf({ referenced }, { commitPacket }) {
      return { proposals: referenced.map(({ packet }) => packet), commit: commitPacket }
    },
    follow({ groups }, group, { effect, upload }) {
      const followed: Group = {
        ...group,
        state: effect.next,
        epochs: [...group.epochs, this.epochOf(effect, upload)],
        proposals: [],
        groupInfo: upload.groupInfo,
      }
      groups.set(group.key, followed)
      return followed
    },
    adopt(application, known) {
      const id = known.state.groupId
      this.checkAbsent(application, id)
      const group: Group = { ...known, key: octetsKey(id), id }
      application.groups.set(group.key, group)
      return group
    },
    controlMessages({ epochs, firstEpoch = 0n }, { start, end }) {
      if (end !== undefined && start > end)
        throw new Refusal('malformed-request', 'Expected startEpochId not to lie after endEpochId.')
      return epochs
        .filter((_, index) => {
          const epoch = firstEpoch + BigInt(index)
          return start <= epoch && (end === undefined || epoch <= end)
        })
        .flatMap(({ proposals, commit }) => (commit === undefined ? [] : [...proposals, commit]))
    },
  }
}
