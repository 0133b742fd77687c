// One client's place in one group: the MLS state moves on as messages are made, accepted and received.
import {
  type CommitOptions,
  type CommitResult,
  commit,
  describeMember,
  exportGroup,
  type GroupExport,
  type Member,
  type MemberDescription,
  type ProposalValue,
  propose,
  protect,
  type Received,
  receive,
} from '../mls/member.ts'

/** A commit that is made but not yet accepted by the gateway. */
export interface PreparedCommit {
  /** What `uploadCommit` takes beside the group id. */
  readonly upload: {
    readonly commitPacket: Uint8Array
    readonly groupInfo: Uint8Array
    readonly welcomePacket?: Uint8Array
  }
  /** The tree after the commit. */
  readonly ratchetTree: Uint8Array
  /** The committer's MLS state after it, for forged GroupInfos. */
  readonly member: Member
  /** Moves the committer to the new epoch; called once the gateway accepted the commit. */
  apply(): void
}

export interface GroupSession {
  /** The MLS state as it stands, for forged messages. */
  readonly member: Member
  readonly groupId: Uint8Array
  describe(): MemberDescription
  export(options?: { externalPub?: boolean; embedTree?: boolean }): Promise<GroupExport>
  propose(value: ProposalValue): Promise<Uint8Array>
  prepare(options?: CommitOptions): Promise<PreparedCommit>
  receive(message: Uint8Array): Promise<Received['kind']>
  encrypt(text: string): Promise<Uint8Array>
  /** The text of an application message; throws MlsRejection when this client cannot read it. */
  decrypt(message: Uint8Array): Promise<string>
}

/** A session that starts at `member`. */
export function openSession(start: Member): GroupSession {
  let member = start
  const { groupId } = describeMember(start)
  return {
    get member() {
      return member
    },
    groupId,
    describe: () => describeMember(member),
    export: (options) => exportGroup(member, options),
    async propose(value) {
      const proposed = await propose(member, value)
      member = proposed.member
      return proposed.packet
    },
    async prepare(options) {
      const result = await commit(member, options)
      return preparedCommit(result, () => {
        member = result.member
      })
    },
    async receive(message) {
      const received = await receive(member, message)
      member = received.member
      return received.kind
    },
    async encrypt(text) {
      const sealed = await protect(member, new TextEncoder().encode(text))
      member = sealed.member
      return sealed.message
    },
    async decrypt(message) {
      const received = await receive(member, message)
      member = received.member
      return new TextDecoder().decode(received.application)
    },
  }
}

/** A commit's packets as an upload takes them. */
export function preparedCommit(
  made: GroupExport & Pick<CommitResult, 'member' | 'commitPacket' | 'welcomePacket'>,
  apply: () => void,
): PreparedCommit {
  const { member, commitPacket, groupInfo, welcomePacket, ratchetTree } = made
  return { upload: { commitPacket, groupInfo, ...(welcomePacket && { welcomePacket }) }, ratchetTree, member, apply }
}
