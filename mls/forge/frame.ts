// What can be wrong in the frame of a handshake message, whatever it holds (RFC 9420 section 6.1).
import type { FramedContent } from 'ts-mls/framedContent.js'

export type FrameFlaw =
  | { readonly kind: 'bad-signature' | 'trailing-byte' }
  | { readonly kind: 'epoch'; readonly epoch: bigint }
  | { readonly kind: 'group-id'; readonly groupId: Uint8Array }
  /** Claims to come from this leaf; blank or outside the tree, or somebody else's. */
  | { readonly kind: 'sender'; readonly leafIndex: number }

/** The content with this flaw of its frame; other flaws leave it as it is. */
export function flawFrame<Content extends FramedContent>(
  content: Content,
  flaw: { readonly kind: string } | FrameFlaw,
): Content {
  if (!isFrameFlaw(flaw)) return content
  switch (flaw.kind) {
    case 'epoch':
      return { ...content, epoch: flaw.epoch }
    case 'group-id':
      return { ...content, groupId: flaw.groupId }
    case 'sender':
      return { ...content, sender: { senderType: 'member', leafIndex: flaw.leafIndex } }
    default:
      return content
  }
}

function isFrameFlaw(flaw: { readonly kind: string }): flaw is FrameFlaw {
  return ['bad-signature', 'trailing-byte', 'epoch', 'group-id', 'sender'].includes(flaw.kind)
}
