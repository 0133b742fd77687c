// A commit and what comes with it: all checks first, then the group it leads to (RFC 9420 section 12.4.2).
import { runChecks } from '../checks/check.ts'
import type { Rules } from '../checks/contexts.ts'
import { writeRatchetTree } from '../codec/message.ts'
import { leafAt } from '../tree/leaves.ts'
import { decodeMessage } from './decode.ts'
import { makeGroup, type PublicGroup } from './group.ts'
import { identityOf } from './leaf-identity.ts'
import type { PublicProposal } from './read-proposal.ts'
import { keyPackageRef } from './refs.ts'
import { type Step, stepOf } from './step.ts'

interface CommitUpload {
  readonly packet: Uint8Array
  /** The proposals of the present epoch. */
  readonly proposals: readonly PublicProposal[]
  readonly welcome?: Uint8Array
  readonly groupInfo?: Uint8Array
}

export interface CommitEffect {
  readonly next: PublicGroup
  /** Those of the given proposals that the commit lists by reference, in its order. */
  readonly referenced: readonly PublicProposal[]
  /** Members added by proposal (not a client that joins by this very commit), with their KeyPackageRef. */
  readonly added: readonly { readonly ref: Uint8Array; readonly handle: Uint8Array; readonly leafIndex: number }[]
  readonly removed: readonly { readonly leafIndex: number; readonly handle: Uint8Array }[]
  /** Leaf index of the committer in the next epoch. */
  readonly committer: number
  readonly external: boolean
}

/**
 * The effect of the commit in `packet` on `group`, which stays as it is. Throws MlsRejection: 'malformed', 'unsupported-message',
 * 'group-mismatch', 'wrong-epoch', 'invalid-key-package' (in an Add), 'invalid-welcome', 'invalid-group-info' or 'invalid-commit'.
 */
export async function readCommit(group: PublicGroup, upload: CommitUpload, rules: Rules): Promise<CommitEffect> {
  const wanted = ['mls_public_message'] as const
  const { publicMessage } = await decodeMessage(upload.packet, { wanted, code: 'unsupported-message' }, rules)
  const { state } = group
  const { suite } = state
  const ground = { rules, suite, code: 'invalid-commit' } as const
  await runChecks(rules.checks.framing, { ...ground, group: state, route: 'commit', message: publicMessage })
  const step = stepOf(group, publicMessage, upload.proposals)
  const context = { ...ground, ...step, group: state }
  await runChecks(rules.checks.proposalList, context)
  if (step.external) await runChecks(rules.checks.externalCommit, context)
  await runChecks(rules.checks.commit, context)

  const added = addedIn(step, group, rules)
  await checkWelcome(upload.welcome, { added: added.map(({ ref }) => ref), group, rules })
  await checkGroupInfo(upload.groupInfo, { step, group, rules })

  const next = {
    context: step.nextContext,
    tree: step.next,
    suite,
    confirmationTag: step.confirmationTag,
    closed: step.closes,
  }
  const removed = step.applied.removed.map((leafIndex) => {
    const leaf = leafAt(state.tree, leafIndex)
    return { leafIndex, handle: leaf === undefined ? new Uint8Array() : rules.identity.clientHandle(identityOf(leaf)) }
  })
  return {
    next: makeGroup(next, rules, group),
    referenced: step.referenced,
    added,
    removed,
    committer: step.leafIndex,
    external: step.external,
  }
}

function addedIn({ applied }: Step, { state }: PublicGroup, rules: Rules): CommitEffect['added'] {
  return applied.added.map(({ leafIndex, keyPackage }) => ({
    ref: keyPackageRef(keyPackage, state.suite),
    handle: rules.identity.clientHandle(identityOf(keyPackage.leafNode)),
    leafIndex,
  }))
}

async function checkWelcome(
  bytes: Uint8Array | undefined,
  {
    added,
    group,
    rules,
  }: { readonly added: readonly Uint8Array[]; readonly group: PublicGroup; readonly rules: Rules },
): Promise<void> {
  const expected = { wanted: ['mls_welcome'] as const, code: 'invalid-welcome' as const }
  const welcome = bytes === undefined ? undefined : (await decodeMessage(bytes, expected, rules)).welcome
  const { suite } = group.state
  await runChecks(rules.checks.welcome, { rules, suite, code: 'invalid-welcome', welcome, added })
}

async function checkGroupInfo(
  bytes: Uint8Array | undefined,
  { step, group, rules }: { readonly step: Step; readonly group: PublicGroup; readonly rules: Rules },
): Promise<void> {
  if (bytes === undefined) return
  const expected = { wanted: ['mls_group_info'] as const, code: 'invalid-group-info' as const }
  const { groupInfo } = await decodeMessage(bytes, expected, rules)
  await runChecks(rules.checks.groupInfo, {
    rules,
    suite: group.state.suite,
    code: 'invalid-group-info',
    groupInfo,
    tree: step.next,
    // A tree inside it must be the one that the commit leads to.
    ratchetTree: writeRatchetTree(step.next),
    expected: { context: step.nextContext, confirmationTag: step.confirmationTag, committer: step.leafIndex },
  })
}
