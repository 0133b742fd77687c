// External commits with one thing wrong (RFC 9420 section 12.4.3.2).
import type { Proposal } from 'ts-mls/proposal.js'
import { exportGroup, type GroupExport } from '../client/export-group.ts'
import { type ExternalJoinOptions, type ExternalPlan, makeExternalCommit } from '../client/join-external.ts'
import { treeOf } from '../client/join-welcome.ts'
import { readMessage } from '../codec/message.ts'
import { spoiled, trailingByte } from './bytes.ts'
import { type FrameFlaw, flawFrame } from './frame.ts'

export type ExternalCommitFlaw =
  | Exclude<FrameFlaw, { readonly kind: 'sender' }>
  | { readonly kind: 'no-external-init' | 'two-external-inits' | 'missing-path' | 'short-kem-output' }
  /** Removes these leaves: somebody else's, or more than one. */
  | { readonly kind: 'removes'; readonly leafIndices: readonly number[] }
  | { readonly kind: 'reference'; readonly reference: Uint8Array }
  /** Adds somebody else, `keyPackage` as MLSMessage. */
  | { readonly kind: 'add'; readonly keyPackage: Uint8Array }

/**
 * The external commit with this flaw and no other. A client that is in the group already and removes nothing needs no forging:
 * joinExternally does that.
 */
export async function forgeExternalCommit(
  options: Omit<ExternalJoinOptions, 'resync'>,
  flaw: ExternalCommitFlaw,
): Promise<GroupExport & { readonly commitPacket: Uint8Array }> {
  const { groupInfo } = readMessage(options.groupInfo, 'mls_group_info')
  const tree = treeOf(groupInfo, options.ratchetTree)
  const made = await makeExternalCommit(options.own, { groupInfo, tree }, (init) => ({
    ...planOf(init, flaw),
    alterations: {
      content: (content) =>
        flawFrame(
          flaw.kind === 'missing-path' ? { ...content, commit: { ...content.commit, path: undefined } } : content,
          flaw,
        ),
      signature: (signature) => (flaw.kind === 'bad-signature' ? spoiled(signature) : signature),
    },
  }))
  const commitPacket = flaw.kind === 'trailing-byte' ? trailingByte(made.commitPacket) : made.commitPacket
  return { commitPacket, ...(await exportGroup(made.member)) }
}

function planOf(init: Proposal, flaw: ExternalCommitFlaw): ExternalPlan {
  switch (flaw.kind) {
    case 'no-external-init':
      return { proposals: [] }
    case 'two-external-inits':
      return { proposals: [init, init] }
    case 'short-kem-output':
      return { proposals: [shortened(init)] }
    case 'removes':
      return {
        proposals: [
          init,
          ...flaw.leafIndices.map((removed): Proposal => ({ proposalType: 'remove', remove: { removed } })),
        ],
      }
    case 'reference':
      return { proposals: [init], references: [flaw.reference] }
    case 'add': {
      const { keyPackage } = readMessage(flaw.keyPackage, 'mls_key_package')
      return { proposals: [init, { proposalType: 'add', add: { keyPackage } }] }
    }
    default:
      return { proposals: [init] }
  }
}

function shortened(init: Proposal): Proposal {
  if (init.proposalType !== 'external_init') return init
  return { proposalType: 'external_init', externalInit: { kemOutput: init.externalInit.kemOutput.slice(1) } }
}
