// Application data under the group's keys (RFC 9420 section 15.1).
import { protectApplicationData } from 'ts-mls/messageProtection.js'
import { writeMessage } from '../codec/message.ts'
import type { Member } from './member.ts'
import { refuseAs, refusing } from './refuse.ts'

/** `plaintext` as an MLSMessage with a PrivateMessage, and the member with that key used up. Throws for a removed member. */
export async function protect(member: Member, plaintext: Uint8Array): Promise<{ member: Member; message: Uint8Array }> {
  const { suite, state } = member
  if (state.groupActiveState.kind !== 'active')
    throw refuseAs('invalid-commit', '15.1', `expected an active member; found ${state.groupActiveState.kind}`)
  return refusing('malformed', '6.3', async () => {
    const { newSecretTree, privateMessage } = await protectApplicationData(
      state.signaturePrivateKey,
      state.keySchedule.senderDataSecret,
      plaintext,
      new Uint8Array(),
      state.groupContext,
      state.secretTree,
      state.privatePath.leafIndex,
      state.clientConfig.paddingConfig,
      suite.cipher,
    )
    const message = writeMessage({ wireformat: 'mls_private_message', privateMessage })
    return { member: { ...member, state: { ...state, secretTree: newSecretTree } }, message }
  })
}
