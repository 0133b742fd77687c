// The proposals of a commit as its committer or receiver resolves them (RFC 9420 section 12.4).
import type { ClientState } from 'ts-mls/clientState.js'
import { makePskIndex } from 'ts-mls/clientState.js'
import type { PreSharedKeyID } from 'ts-mls/presharedkey.js'
import type { ProposalOrRef } from 'ts-mls/proposalOrRefType.js'
import { accumulatePskSecret } from 'ts-mls/pskIndex.js'
import type { Sender } from 'ts-mls/sender.js'
import type { ListedProposal } from '../tree/apply-proposals.ts'
import type { Member } from './member.ts'
import { refuseCommit } from './refuse.ts'

/** The references a member puts into its commit by default: all it has seen this epoch but its own Updates (section 12.2). */
export function ownReferences(state: ClientState): Uint8Array[] {
  return Object.entries(state.unappliedProposals)
    .filter(
      ([, { proposal, senderLeafIndex }]) =>
        proposal.proposalType !== 'update' || senderLeafIndex !== state.privatePath.leafIndex,
    )
    .map(([reference]) => new Uint8Array(Buffer.from(reference, 'base64')))
}

/** Throws MlsRejection('invalid-commit') for a reference the member has not seen in this epoch. */
export function resolveList(
  state: ClientState,
  entries: readonly ProposalOrRef[],
  committer: Sender,
): readonly ListedProposal[] {
  return entries.map((entry) => {
    if (entry.proposalOrRefType === 'proposal') return { proposal: entry.proposal, sender: committer }
    const seen = state.unappliedProposals[Buffer.from(entry.reference).toString('base64')]
    if (seen === undefined) throw refuseCommit('12.4.2', 'expected a proposal of this epoch behind each reference')
    const sender: Sender =
      seen.senderLeafIndex === undefined
        ? { senderType: 'new_member_proposal' }
        : { senderType: 'member', leafIndex: seen.senderLeafIndex }
    return { proposal: seen.proposal, sender, reference: entry.reference }
  })
}

/** The PSK secret of the list, all zero without PSK proposals (section 8.4). Throws where the member lacks a PSK. */
export async function pskSecretOf(
  member: Member,
  ids: readonly PreSharedKeyID[],
): Promise<{ secret: Uint8Array; ids: PreSharedKeyID[] }> {
  const { suite, state, psks } = member
  const zeros = new Uint8Array(suite.hashing.size)
  const index = makePskIndex(state, { ...psks })
  const [secret] = await accumulatePskSecret([...ids], index, suite.cipher, zeros)
  return { secret, ids: [...ids] }
}

export function pskIdsOf(list: readonly ListedProposal[]): PreSharedKeyID[] {
  return list.flatMap(({ proposal }) => (proposal.proposalType === 'psk' ? [proposal.psk.preSharedKeyId] : []))
}

/** ProposalRefs of what the member has seen in this epoch and may commit (RFC 9420 section 5.2). */
export function seenReferences({ state }: Member): Uint8Array[] {
  return ownReferences(state)
}
