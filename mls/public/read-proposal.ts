// A proposal sent on its own, as a PublicMessage (RFC 9420 section 12.1).
import { makeProposalRef } from 'ts-mls/authenticatedContent.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { Sender } from 'ts-mls/sender.js'
import { runChecks } from '../checks/check.ts'
import type { Rules } from '../checks/contexts.ts'
import { MlsRejection } from '../rejection.ts'
import { decodeMessage } from './decode.ts'
import type { PublicGroup } from './group.ts'

export interface PublicProposal {
  /** ProposalRef (RFC 9420 section 5.2). */
  readonly ref: Uint8Array
  /** The MLSMessage as it came. */
  readonly packet: Uint8Array
  /** Epoch it was made in. */
  readonly epoch: bigint
  /** Opaque outside mls/. */
  readonly proposal: Proposal
  /** Opaque outside mls/. */
  readonly sender: Sender
}

/**
 * The proposal in `packet`, valid in the group's present epoch. Throws MlsRejection: 'malformed', 'unsupported-message',
 * 'group-mismatch', 'wrong-epoch', 'invalid-key-package' (in an Add) or 'invalid-proposal'.
 */
export async function readProposal(group: PublicGroup, packet: Uint8Array, rules: Rules): Promise<PublicProposal> {
  const wanted = ['mls_public_message'] as const
  const { publicMessage } = await decodeMessage(packet, { wanted, code: 'unsupported-message' }, rules)
  const { state } = group
  const ground = { rules, suite: state.suite, code: 'invalid-proposal' } as const
  await runChecks(rules.checks.framing, { ...ground, group: state, route: 'proposal', message: publicMessage })
  const { content, auth } = publicMessage
  if (content.contentType !== 'proposal')
    throw new MlsRejection(
      'unsupported-message',
      { row: 'FR-05', section: '9420 section 6' },
      `cannot read ${content.contentType} here`,
    )
  const { proposal, sender } = content
  const { extensions } = state.context
  await runChecks(rules.checks.proposal, { ...ground, group: state, proposal, sender, extensions })
  const ref = await makeProposalRef({ wireformat: 'mls_public_message', content, auth }, state.suite.cipher.hash)
  return { ref, packet, epoch: content.epoch, proposal, sender }
}
