// The signature over a commit, with a place for forge to change what is signed so that all that follows fits the change.
import type { Commit } from 'ts-mls/commit.js'
import { type FramedContentCommit, type FramedContentTBS, signFramedContentTBS, toTbs } from 'ts-mls/framedContent.js'
import type { GroupContext } from 'ts-mls/groupContext.js'
import type { Sender } from 'ts-mls/sender.js'
import type { Suite } from '../suite.ts'
import type { SignedCommit } from './epoch.ts'

/** Changes made on purpose; transcript, confirmation tag and GroupInfo are computed from the changed commit. */
export interface CommitAlterations {
  readonly content?: (content: FramedContentCommit) => FramedContentCommit | Promise<FramedContentCommit>
  readonly signature?: (signed: SignedContent) => Uint8Array | Promise<Uint8Array>
  readonly confirmationTag?: (tag: Uint8Array) => Uint8Array
}

/** What is signed, whose key signs it, and the signature that this gives. */
export interface SignedContent {
  readonly tbs: FramedContentTBS
  readonly key: Uint8Array
  readonly suite: Suite
  readonly signature: Uint8Array
}

/** The commit framed and signed as PublicMessage content (RFC 9420 section 6.1). */
export async function signCommit(
  { commit, sender, context }: { readonly commit: Commit; readonly sender: Sender; readonly context: GroupContext },
  { key, suite }: { readonly key: Uint8Array; readonly suite: Suite },
  alterations: CommitAlterations = {},
): Promise<SignedCommit> {
  const { groupId, epoch } = context
  const plain: FramedContentCommit = {
    contentType: 'commit',
    commit,
    groupId,
    epoch,
    sender,
    authenticatedData: new Uint8Array(),
  }
  const wireformat = 'mls_public_message'
  const content = alterations.content === undefined ? plain : await alterations.content(plain)
  const tbs = toTbs(content, wireformat, context)
  const good = await signFramedContentTBS(key, tbs, suite.cipher.signature)
  const signature =
    alterations.signature === undefined ? good : await alterations.signature({ tbs, key, suite, signature: good })
  return { wireformat, content, signature }
}
