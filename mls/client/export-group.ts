// The GroupInfo and ratchet tree a member publishes (RFC 9420 sections 12.4.3 and 12.4.3.3).
import { signGroupInfo } from 'ts-mls/groupInfo.js'
import { externalPubExtension } from '../codec/extensions.ts'
import { writeGroupInfo, writeRatchetTree } from '../codec/message.ts'
import type { Member } from './member.ts'

export interface GroupExport {
  /** MLSMessage with the GroupInfo. */
  readonly groupInfo: Uint8Array
  /** `optional<Node> ratchet_tree<V>`. */
  readonly ratchetTree: Uint8Array
}

interface ExportOptions {
  /** Default true: others may join by external commit. */
  readonly externalPub?: boolean
  /** Default false: the tree travels beside the GroupInfo, not in it. */
  readonly embedTree?: boolean
}

/** GroupInfo of the member's present epoch, signed by it, and the tree beside it. */
export async function exportGroup(member: Member, options: ExportOptions = {}): Promise<GroupExport> {
  const { suite, state } = member
  const ratchetTree = writeRatchetTree(state.ratchetTree)
  const extensions = []
  if (options.externalPub !== false) {
    const pair = await suite.cipher.hpke.deriveKeyPair(state.keySchedule.externalSecret)
    extensions.push(externalPubExtension(await suite.cipher.hpke.exportPublicKey(pair.publicKey)))
  }
  if (options.embedTree === true)
    extensions.push({ extensionType: 'ratchet_tree' as const, extensionData: ratchetTree })
  const groupInfo = await signGroupInfo(
    {
      groupContext: state.groupContext,
      extensions,
      confirmationTag: state.confirmationTag,
      signer: state.privatePath.leafIndex,
    },
    state.signaturePrivateKey,
    suite.cipher.signature,
  )
  return { groupInfo: writeGroupInfo(groupInfo), ratchetTree }
}
