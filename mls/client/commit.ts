// Commits of members: always PublicMessage, with a path wherever RFC 9420 section 12.4 asks for one (ts-mls does not: B1, B2).

import { deriveSecret } from 'ts-mls/crypto/kdf.js'
import { createConfirmationTag } from 'ts-mls/framedContent.js'
import { protectPublicMessage } from 'ts-mls/messageProtectionPublic.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { ProposalOrRef } from 'ts-mls/proposalOrRefType.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { leafToNodeIndex, toLeafIndex } from 'ts-mls/treemath.js'
import { createUpdatePath, type PathSecret, type UpdatePath } from 'ts-mls/updatePath.js'
import { writePublicMessage } from '../codec/message.ts'
import { applyPath } from '../tree/apply-path.ts'
import { type AppliedProposals, applyProposals, needsPath } from '../tree/apply-proposals.ts'
import { contextAfter, epochSecrets, stateAfter } from './epoch.ts'
import { exportGroup, type GroupExport } from './export-group.ts'
import { ownReferences, pskIdsOf, pskSecretOf, resolveList } from './list.ts'
import type { Member } from './member.ts'
import type { PrivateKeys } from './path-secret.ts'
import { type ProposalValue, toProposal } from './proposal-value.ts'
import { refuseCommit, refusing } from './refuse.ts'
import { type CommitAlterations, signCommit } from './sign-commit.ts'
import { makeWelcome } from './welcome.ts'

export interface CommitOptions {
  /** Proposals by value, in this order after the references. */
  readonly proposals?: readonly Exclude<ProposalValue, { readonly type: 'update' }>[]
  /** ProposalRefs; default: all the member has seen this epoch but its own Updates. */
  readonly references?: readonly Uint8Array[]
  /** A path also where none is needed (a list of Adds). Default false. */
  readonly withPath?: boolean
}

export interface CommitResult extends GroupExport {
  /** The committer in the new epoch; GroupInfo and tree are of that epoch, with external_pub. */
  readonly member: Member
  readonly commitPacket: Uint8Array
  readonly welcomePacket?: Uint8Array
}

/** The commit, and all that goes with it, as if it will be accepted; drop the result if it was not. */
export async function commit(member: Member, options: CommitOptions = {}): Promise<CommitResult> {
  return refusing('invalid-commit', '12.4.1', async () => {
    const references = options.references ?? ownReferences(member.state)
    const proposals = (options.proposals ?? []).map((value) => toProposal(value, member.suite))
    const made = await makeCommit(member, { references, proposals, withPath: options.withPath ?? false })
    return { ...made, ...(await exportGroup(made.member)) }
  })
}

export interface CommitPlan {
  readonly references: readonly Uint8Array[]
  readonly proposals: readonly Proposal[]
  readonly withPath: boolean
  readonly alterations?: CommitAlterations
}

/** The commit of a plan; which proposals a plan may hold is not checked, so that invalid commits can be made from it. */
export async function makeCommit(
  member: Member,
  plan: CommitPlan,
): Promise<Pick<CommitResult, 'member' | 'commitPacket' | 'welcomePacket'>> {
  const { suite, state } = member
  const { leafIndex } = state.privatePath
  const sender = { senderType: 'member' as const, leafIndex }
  if (state.groupActiveState.kind !== 'active')
    throw refuseCommit('12.4.1', 'expected an active member; found a removed one')
  const entries: ProposalOrRef[] = [
    ...plan.references.map((reference) => ({ proposalOrRefType: 'reference' as const, reference })),
    ...plan.proposals.map((proposal) => ({ proposalOrRefType: 'proposal' as const, proposal })),
  ]
  const list = resolveList(state, entries, sender)
  const applied = applyProposals(state.ratchetTree, state.groupContext.extensions, list)
  const step = needsPath(list) || plan.withPath ? await stepWithPath(member, applied) : stepWithoutPath(member, applied)

  const signed = await signCommit(
    { commit: { proposals: entries, path: step.path }, sender, context: state.groupContext },
    { key: state.signaturePrivateKey, suite },
    plan.alterations,
  )
  const before = { context: state.groupContext, confirmationTag: state.confirmationTag }
  const { path } = signed.content.commit
  const tree = path === undefined ? applied.tree : applyPath(applied.tree, { leafIndex, path }, suite.hashing).tree
  const groupContext = await contextAfter(suite, before, { applied, tree, commit: signed })
  const psk = await pskSecretOf(member, pskIdsOf(list))
  const secrets = await epochSecrets(suite, groupContext, {
    initSecret: state.keySchedule.initSecret,
    commitSecret: step.commitSecret,
    pskSecret: psk.secret,
  })
  const { confirmationKey } = secrets.keySchedule
  const tag = await createConfirmationTag(confirmationKey, groupContext.confirmedTranscriptHash, suite.cipher.hash)
  const confirmationTag = plan.alterations?.confirmationTag?.(tag) ?? tag
  const publicMessage = await protectPublicMessage(
    state.keySchedule.membershipKey,
    state.groupContext,
    { ...signed, auth: { contentType: 'commit', signature: signed.signature, confirmationTag } },
    suite.cipher,
  )
  const privatePath = { leafIndex, privateKeys: { ...state.privatePath.privateKeys, ...step.keys } }
  const reinit = list.map(({ proposal }) => proposal).find((proposal) => proposal.proposalType === 'reinit')
  const next = await stateAfter(suite, state, {
    groupContext,
    ratchetTree: tree,
    confirmationTag,
    privatePath,
    groupActiveState:
      reinit?.proposalType === 'reinit'
        ? { kind: 'suspendedPendingReinit', reinit: reinit.reinit }
        : { kind: 'active' },
    secrets,
  })
  const committed: Member = { ...member, state: next, pendingUpdates: [] }
  const commitPacket = writePublicMessage(publicMessage)
  if (applied.added.length === 0) return { member: committed, commitPacket }
  const welcomePacket = await makeWelcome(committed, { applied, secrets, pathSecrets: step.pathSecrets, psks: psk.ids })
  return { member: committed, commitPacket, welcomePacket }
}

export interface CommitStep {
  readonly tree: RatchetTree
  readonly path: UpdatePath | undefined
  readonly pathSecrets: readonly PathSecret[]
  readonly keys: PrivateKeys
  readonly commitSecret: Uint8Array
}

export async function stepWithPath(
  member: Pick<Member, 'suite' | 'state'>,
  applied: AppliedProposals,
): Promise<CommitStep> {
  const { suite, state } = member
  const { leafIndex } = state.privatePath
  // Path secrets are encrypted under the context with the new extensions (section 12.4.2); ts-mls takes the old ones (B2).
  const [tree, path, pathSecrets, leafKey] = await createUpdatePath(
    applied.tree,
    toLeafIndex(leafIndex),
    { ...state.groupContext, extensions: applied.extensions },
    state.signaturePrivateKey,
    suite.cipher,
    applied.added.map((added) => leafToNodeIndex(toLeafIndex(added.leafIndex))),
  )
  const { hpke, kdf } = suite.cipher
  const keys: Record<number, Uint8Array> = { [leafIndex * 2]: await hpke.exportPrivateKey(leafKey) }
  for (const { nodeIndex, secret } of pathSecrets) {
    const pair = await hpke.deriveKeyPair(await deriveSecret(secret, 'node', kdf))
    keys[nodeIndex] = await hpke.exportPrivateKey(pair.privateKey)
  }
  const last = pathSecrets.at(-1)
  // Without any path node nobody else can know the commit secret, and a zero one does no harm.
  const commitSecret = last === undefined ? new Uint8Array(kdf.size) : await deriveSecret(last.secret, 'path', kdf)
  return { tree, path, pathSecrets, keys, commitSecret }
}

function stepWithoutPath({ suite }: Member, { tree }: AppliedProposals): CommitStep {
  return { tree, path: undefined, pathSecrets: [], keys: {}, commitSecret: new Uint8Array(suite.hashing.size) }
}
