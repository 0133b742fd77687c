// Checks on the frame of a PublicMessage: where it belongs, who sends it, whose signature it carries (rows FR-04 to FR-16, CB-11).
import { equalBytes } from '../codec/bytes.ts'
import { readExternalSenders } from '../codec/extensions.ts'
import { framedContentTbs } from '../codec/signed.ts'
import { leafAt } from '../tree/leaves.ts'
import type { Check } from './check.ts'
import type { FramingContext } from './contexts.ts'

const longestAuthenticatedData = 16_384
const typesOfExternalSenders = ['add', 'remove', 'psk', 'reinit', 'group_context_extensions']

export const framingChecks: readonly Check<FramingContext>[] = [
  {
    row: 'FR-04',
    section: '9420 section 6.2',
    name: 'no application data in the clear',
    code: 'unsupported-message',
    run: ({ message: { content } }) =>
      content.contentType === 'application' ? 'expected a handshake message; found application data' : undefined,
  },
  {
    row: 'FR-05',
    section: '9420 section 6',
    name: 'content type',
    code: 'unsupported-message',
    run: ({ message: { content }, route }) =>
      content.contentType === route ? undefined : `expected ${route}; found ${content.contentType}`,
  },
  {
    row: 'FR-06',
    section: '9420 section 12.4.2',
    name: 'group id',
    code: 'group-mismatch',
    run: ({ message: { content }, group }) =>
      equalBytes(content.groupId, group.context.groupId) ? undefined : 'expected the id of this group; found another',
  },
  {
    row: 'FR-07',
    section: '9420 section 12.4.2',
    name: 'epoch',
    code: 'wrong-epoch',
    run: ({ message: { content }, group }) =>
      content.epoch === group.context.epoch
        ? undefined
        : `expected epoch ${group.context.epoch}; found ${content.epoch}`,
  },
  {
    row: 'CB-11',
    section: '9420 section 12.4.2',
    name: 'no message after a committed ReInit',
    run: ({ group }) => (group.closed ? 'expected an open group; found one that a ReInit has closed' : undefined),
  },
  {
    row: 'FR-08',
    section: '9420 section 6.1',
    name: 'member sender',
    run: ({ message: { content }, group }) =>
      content.sender.senderType === 'member' && leafAt(group.tree, content.sender.leafIndex) === undefined
        ? `expected a member at leaf ${content.sender.leafIndex}; found none`
        : undefined,
  },
  {
    row: 'FR-10',
    section: '9420 section 12.1.8.1',
    name: 'external sender',
    run({ message: { content }, group }) {
      if (content.sender.senderType !== 'external') return undefined
      const allowed = readExternalSenders(group.context.extensions).length
      return content.sender.senderIndex < allowed
        ? undefined
        : `expected one of ${allowed} external senders; found index ${content.sender.senderIndex}`
    },
  },
  {
    row: 'FR-11',
    section: '9420 section 12.1.8',
    name: 'what external senders may send',
    run({ message: { content } }) {
      if (content.sender.senderType !== 'external') return undefined
      if (content.contentType !== 'proposal') return `expected proposal; found ${content.contentType}`
      const type = String(content.proposal.proposalType)
      return typesOfExternalSenders.includes(type) ? undefined : `expected a type open to them; found ${type}`
    },
  },
  {
    row: 'FR-12',
    section: '9420 section 12.1.8',
    name: 'what a new member may propose',
    run({ message: { content } }) {
      if (content.sender.senderType !== 'new_member_proposal') return undefined
      return content.contentType === 'proposal' && content.proposal.proposalType === 'add'
        ? undefined
        : 'expected an Add of itself; found something else'
    },
  },
  {
    row: 'FR-13',
    section: '9420 section 12.4.3.2',
    name: 'what a new member may commit',
    run: ({ message: { content } }) =>
      content.sender.senderType === 'new_member_commit' && content.contentType !== 'commit'
        ? `expected commit; found ${content.contentType}`
        : undefined,
  },
  {
    row: 'FR-14',
    section: '9420 section 6.2',
    name: 'shape of the membership tag',
    run: ({ message, suite }) =>
      message.senderType === 'member' && message.membershipTag.length !== suite.hashing.size
        ? `expected ${suite.hashing.size} bytes; found ${message.membershipTag.length}`
        : undefined,
  },
  {
    row: 'FR-15',
    section: '9420 section 6.1',
    name: 'shape of the confirmation tag',
    run: ({ message: { auth }, suite }) =>
      auth.contentType === 'commit' && auth.confirmationTag.length !== suite.hashing.size
        ? `expected ${suite.hashing.size} bytes; found ${auth.confirmationTag.length}`
        : undefined,
  },
  {
    row: 'FR-16',
    section: '9420 section 6',
    name: 'length of authenticated data',
    run: ({ message: { content } }) =>
      content.authenticatedData.length > longestAuthenticatedData
        ? `expected at most ${longestAuthenticatedData} bytes; found ${content.authenticatedData.length}`
        : undefined,
  },
  {
    row: 'FR-09',
    section: '9420 section 6.1',
    name: 'signature',
    run(context) {
      const key = keyOfSender(context)
      if (key === undefined) return undefined
      const { message, group, suite } = context
      const { content, auth } = message
      const signed = framedContentTbs(content, group.context)
      const holds = suite.verify({ key, label: 'FramedContentTBS', content: signed, signature: auth.signature })
      return holds ? undefined : 'expected a signature of the sender over content and group context; found none'
    },
  },
]

/** The key that signs for this sender (section 6.1); undefined where another row refuses the sender. */
function keyOfSender({ message: { content }, group }: FramingContext): Uint8Array | undefined {
  const { sender } = content
  switch (sender.senderType) {
    case 'member':
      return leafAt(group.tree, sender.leafIndex)?.signaturePublicKey
    case 'external':
      return readExternalSenders(group.context.extensions)[sender.senderIndex]?.signaturePublicKey
    case 'new_member_proposal':
      return content.contentType === 'proposal' && content.proposal.proposalType === 'add'
        ? content.proposal.add.keyPackage.leafNode.signaturePublicKey
        : undefined
    case 'new_member_commit':
      return content.contentType === 'commit' ? content.commit.path?.leafNode.signaturePublicKey : undefined
  }
}
