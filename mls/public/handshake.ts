// What a handshake packet says of itself, before any check: who sends it, whom it adds and what it refers to.
import type { Proposal } from 'ts-mls/proposal.js'
import type { PublicMessage } from 'ts-mls/publicMessage.js'
import { readMessage } from '../codec/message.ts'
import type { LeafIdentity } from '../identity.ts'
import type { PublicGroup } from './group.ts'
import { identityOf } from './leaf-identity.ts'
import { keyPackageRef } from './refs.ts'

/** A member by its leaf, a client that joins by the packet itself, or an external sender, who is in no tree. */
export type HandshakeSender =
  | { readonly kind: 'member'; readonly leafIndex: number }
  | { readonly kind: 'joining'; readonly identity: LeafIdentity }
  | { readonly kind: 'external' }

export interface Handshake {
  readonly groupId: Uint8Array
  readonly epoch: bigint
  readonly contentType: 'application' | 'proposal' | 'commit'
  readonly sender: HandshakeSender
  /** Clients that its Adds (by value) would add, with their KeyPackageRef. */
  readonly adds: readonly { readonly ref: Uint8Array; readonly identity: LeafIdentity }[]
  /** ProposalRefs that a commit lists. */
  readonly references: readonly Uint8Array[]
}

/** Reads a PublicMessage that was sent to this group. Throws MlsRejection('malformed') for everything else. */
export async function readHandshake({ state }: PublicGroup, packet: Uint8Array): Promise<Handshake> {
  const { publicMessage } = readMessage(packet, 'mls_public_message')
  const { content } = publicMessage
  const proposals = proposalsIn(publicMessage)
  const adds = proposals.flatMap((proposal) => (proposal.proposalType === 'add' ? [proposal.add.keyPackage] : []))
  return {
    groupId: content.groupId,
    epoch: content.epoch,
    contentType: content.contentType,
    sender: senderOf(publicMessage),
    adds: adds.map((keyPackage) => ({
      ref: keyPackageRef(keyPackage, state.suite),
      identity: identityOf(keyPackage.leafNode),
    })),
    references:
      content.contentType === 'commit'
        ? content.commit.proposals.flatMap((entry) =>
            entry.proposalOrRefType === 'reference' ? [entry.reference] : [],
          )
        : [],
  }
}

function proposalsIn({ content }: PublicMessage): readonly Proposal[] {
  if (content.contentType === 'proposal') return [content.proposal]
  if (content.contentType !== 'commit') return []
  return content.commit.proposals.flatMap((entry) => (entry.proposalOrRefType === 'proposal' ? [entry.proposal] : []))
}

function senderOf(message: PublicMessage): HandshakeSender {
  const { content } = message
  const { sender } = content
  if (sender.senderType === 'member') return { kind: 'member', leafIndex: sender.leafIndex }
  const leaf = content.contentType === 'commit' ? content.commit.path?.leafNode : addedBy(proposalsIn(message))
  const joins = sender.senderType !== 'external' && leaf !== undefined
  return joins ? { kind: 'joining', identity: identityOf(leaf) } : { kind: 'external' }
}

function addedBy([proposal]: readonly Proposal[]) {
  return proposal?.proposalType === 'add' ? proposal.add.keyPackage.leafNode : undefined
}
