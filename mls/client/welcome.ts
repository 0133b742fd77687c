// The Welcome that goes with a commit which adds members: one for all of them (RFC 9420 section 12.4.3.1).

import { signGroupInfo } from 'ts-mls/groupInfo.js'
import { makeKeyPackageRef } from 'ts-mls/keyPackage.js'
import type { EpochSecrets } from 'ts-mls/keySchedule.js'
import type { PreSharedKeyID } from 'ts-mls/presharedkey.js'
import { isAncestor, leafToNodeIndex, toLeafIndex, toNodeIndex } from 'ts-mls/treemath.js'
import type { PathSecret } from 'ts-mls/updatePath.js'
import { encryptGroupInfo, encryptGroupSecrets } from 'ts-mls/welcome.js'
import { writeWelcome } from '../codec/message.ts'
import type { AppliedProposals } from '../tree/apply-proposals.ts'
import type { Member } from './member.ts'

/** MLSMessage with the Welcome for all added members; the tree is not in it and travels beside it. `committed` is the committer in the new epoch. */
export async function makeWelcome(
  committed: Member,
  made: {
    readonly applied: AppliedProposals
    readonly secrets: EpochSecrets
    readonly pathSecrets: readonly PathSecret[]
    readonly psks: PreSharedKeyID[]
  },
): Promise<Uint8Array> {
  const { suite, state } = committed
  const { cipher } = suite
  const width = state.ratchetTree.length
  const groupInfo = await signGroupInfo(
    {
      groupContext: state.groupContext,
      extensions: [],
      confirmationTag: state.confirmationTag,
      signer: state.privatePath.leafIndex,
    },
    state.signaturePrivateKey,
    cipher.signature,
  )
  const encryptedGroupInfo = await encryptGroupInfo(groupInfo, made.secrets.welcomeSecret, cipher)
  const secrets = await Promise.all(
    made.applied.added.map(async ({ leafIndex, keyPackage }) => {
      const leaf = leafToNodeIndex(toLeafIndex(leafIndex))
      const shared = made.pathSecrets.find(({ nodeIndex }) => isAncestor(leaf, toNodeIndex(nodeIndex), width))
      const groupSecrets = { joinerSecret: made.secrets.joinerSecret, pathSecret: shared?.secret, psks: made.psks }
      const initKey = await cipher.hpke.importPublicKey(keyPackage.initKey)
      const sealed = await encryptGroupSecrets(initKey, encryptedGroupInfo, groupSecrets, cipher.hpke)
      return {
        newMember: await makeKeyPackageRef(keyPackage, cipher.hash),
        encryptedGroupSecrets: { kemOutput: sealed.enc, ciphertext: sealed.ct },
      }
    }),
  )
  return writeWelcome({ cipherSuite: cipher.name, secrets, encryptedGroupInfo })
}
