// Joining by external commit, also to come back after losing state (RFC 9420 section 12.4.3.2); own, because of B4 and B5.

import { defaultClientConfig } from 'ts-mls/clientConfig.js'
import { type ClientState, exportSecret } from 'ts-mls/clientState.js'
import type { Credential } from 'ts-mls/credential.js'
import { createConfirmationTag } from 'ts-mls/framedContent.js'
import type { GroupInfo } from 'ts-mls/groupInfo.js'
import { initializeKeySchedule } from 'ts-mls/keySchedule.js'
import { protectPublicMessage } from 'ts-mls/messageProtectionPublic.js'
import type { Proposal } from 'ts-mls/proposal.js'
import { addLeafNode, type RatchetTree } from 'ts-mls/ratchetTree.js'
import { nodeToLeafIndex } from 'ts-mls/treemath.js'
import { equalBytes } from '../codec/bytes.ts'
import { readExternalPub } from '../codec/extensions.ts'
import { readMessage, writePublicMessage } from '../codec/message.ts'
import { applyPath } from '../tree/apply-path.ts'
import { applyProposals } from '../tree/apply-proposals.ts'
import { leavesOf } from '../tree/leaves.ts'
import { stepWithPath } from './commit.ts'
import { contextAfter, epochSecrets, stateAfter } from './epoch.ts'
import { exportGroup, type GroupExport } from './export-group.ts'
import { treeOf } from './join-welcome.ts'
import type { OwnKeyPackage } from './key-package.ts'
import type { Member } from './member.ts'
import { refuseAs, refusing } from './refuse.ts'
import { type CommitAlterations, signCommit } from './sign-commit.ts'
import { trustGroup } from './trust-group.ts'

export interface ExternalJoinOptions {
  /** Only its leaf and keys are used; the package itself stays unused. */
  readonly own: OwnKeyPackage
  readonly groupInfo: Uint8Array
  readonly ratchetTree?: Uint8Array
  /** Removes the leaf with the same identity in the same commit. Default false. */
  readonly resync?: boolean
}

interface ExternalJoinResult extends GroupExport {
  readonly member: Member
  readonly commitPacket: Uint8Array
}

/** The external commit and the member it makes if it is accepted. */
export async function joinExternally(options: ExternalJoinOptions): Promise<ExternalJoinResult> {
  return refusing('invalid-group-info', '12.4.3.2', async () => {
    const { groupInfo } = readMessage(options.groupInfo, 'mls_group_info')
    const tree = treeOf(groupInfo, options.ratchetTree)
    await trustGroup(options.own.suite, groupInfo, tree)
    const removes = options.resync === true ? [removeOf(tree, options.own)] : []
    const join = await makeExternalCommit(options.own, { groupInfo, tree }, (init) => ({
      proposals: [init, ...removes],
    }))
    return { ...join, ...(await exportGroup(join.member)) }
  })
}

function removeOf(tree: RatchetTree, { keyPackage }: OwnKeyPackage): Proposal {
  const identity = identifierOf(keyPackage.leafNode.credential)
  const former = leavesOf(tree).find(({ leaf }) => equalBytes(identifierOf(leaf.credential), identity))
  if (former === undefined)
    throw refuseAs('invalid-group-info', '12.4.3.2', 'expected a leaf with the own identity to replace; found none')
  return { proposalType: 'remove', remove: { removed: former.leafIndex } }
}

/** What is the same in all leaves of one client that keeps its credential. */
function identifierOf(credential: Credential): Uint8Array {
  if (credential.credentialType === 'basic') return credential.identity
  return credential.certificates[0] ?? new Uint8Array()
}

export interface ExternalPlan {
  readonly proposals: readonly Proposal[]
  readonly references?: readonly Uint8Array[]
  readonly alterations?: CommitAlterations
}

/** The external commit of a plan; what the plan holds is not checked, so that invalid ones can be made from it. */
export async function makeExternalCommit(
  own: OwnKeyPackage,
  group: { readonly groupInfo: GroupInfo; readonly tree: RatchetTree },
  plan: (externalInit: Proposal) => ExternalPlan,
): Promise<{ member: Member; commitPacket: Uint8Array }> {
  const { suite, privateKeys } = own
  const { groupInfo, tree } = group
  const { groupContext } = groupInfo
  const externalPub = readExternalPub(groupInfo.extensions)
  if (externalPub === undefined) throw refuseAs('invalid-group-info', '12.4.3.2', 'expected external_pub; found none')
  const init = await exportSecret(externalPub, suite.cipher)
  const planned = plan({ proposalType: 'external_init', externalInit: { kemOutput: init.enc } })
  const sender = { senderType: 'new_member_commit' as const }
  const list = planned.proposals.map((proposal) => ({ proposal, sender }))
  const applied = applyProposals(tree, groupContext.extensions, list)
  const [grown, nodeIndex] = addLeafNode(applied.tree, own.keyPackage.leafNode)
  const leafIndex = nodeToLeafIndex(nodeIndex)
  const joining = await stateBefore(own, { groupInfo, tree: grown, leafIndex })
  const step = await stepWithPath({ suite, state: joining }, { ...applied, tree: grown })
  if (step.path === undefined) throw refuseAs('invalid-commit', '12.4.3.2', 'expected a path; found none')

  const references = (planned.references ?? []).map((reference) => ({
    proposalOrRefType: 'reference' as const,
    reference,
  }))
  const proposals = planned.proposals.map((proposal) => ({ proposalOrRefType: 'proposal' as const, proposal }))
  const signed = await signCommit(
    { commit: { proposals: [...references, ...proposals], path: step.path }, sender, context: groupContext },
    { key: privateKeys.signaturePrivateKey, suite },
    planned.alterations,
  )
  const before = { context: groupContext, confirmationTag: groupInfo.confirmationTag }
  const { path } = signed.content.commit
  // What forge changes in the path is in the tree as well.
  const nextTree = path === undefined ? step.tree : applyPath(grown, { leafIndex, path }, suite.hashing).tree
  const next = await contextAfter(suite, before, { applied, tree: nextTree, commit: signed })
  const pskSecret = new Uint8Array(suite.hashing.size)
  const secrets = await epochSecrets(suite, next, {
    initSecret: init.secret,
    commitSecret: step.commitSecret,
    pskSecret,
  })
  const { confirmationKey } = secrets.keySchedule
  const tag = await createConfirmationTag(confirmationKey, next.confirmedTranscriptHash, suite.cipher.hash)
  const confirmationTag = planned.alterations?.confirmationTag?.(tag) ?? tag
  const publicMessage = await protectPublicMessage(
    new Uint8Array(),
    groupContext,
    { ...signed, auth: { contentType: 'commit', signature: signed.signature, confirmationTag } },
    suite.cipher,
  )
  const state = await stateAfter(suite, joining, {
    groupContext: next,
    ratchetTree: nextTree,
    confirmationTag,
    privatePath: { leafIndex, privateKeys: { ...step.keys } },
    groupActiveState: { kind: 'active' },
    secrets,
  })
  const member: Member = { suite, state: { ...state, historicalReceiverData: new Map() }, pendingUpdates: [], psks: {} }
  return { member, commitPacket: writePublicMessage(publicMessage) }
}

/** The state a joining client pretends to have had: its place in the tree, and no secret of the group. */
async function stateBefore(
  own: OwnKeyPackage,
  group: { readonly groupInfo: GroupInfo; readonly tree: RatchetTree; readonly leafIndex: number },
): Promise<ClientState> {
  const { groupContext, confirmationTag } = group.groupInfo
  return {
    groupContext,
    confirmationTag,
    ratchetTree: group.tree,
    privatePath: { leafIndex: group.leafIndex, privateKeys: {} },
    signaturePrivateKey: own.privateKeys.signaturePrivateKey,
    keySchedule: await initializeKeySchedule(new Uint8Array(own.suite.hashing.size), own.suite.cipher.kdf),
    secretTree: [],
    unappliedProposals: {},
    historicalReceiverData: new Map(),
    groupActiveState: { kind: 'active' },
    clientConfig: defaultClientConfig,
  }
}
