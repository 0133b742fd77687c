// Joining by Welcome (RFC 9420 section 12.4.3.1); own, because ts-mls refuses valid trees (B5).

import { defaultClientConfig } from 'ts-mls/clientConfig.js'
import { makePskIndex } from 'ts-mls/clientState.js'
import { type GroupInfo, verifyGroupInfoConfirmationTag } from 'ts-mls/groupInfo.js'
import { deriveKeySchedule } from 'ts-mls/keySchedule.js'
import { encodeLeafNode } from 'ts-mls/leafNode.js'
import { accumulatePskSecret } from 'ts-mls/pskIndex.js'
import { filteredDirectPath, type RatchetTree } from 'ts-mls/ratchetTree.js'
import { createSecretTree } from 'ts-mls/secretTree.js'
import { isAncestor, leafToNodeIndex, leafWidth, toLeafIndex } from 'ts-mls/treemath.js'
import { decryptGroupInfo, decryptGroupSecrets } from 'ts-mls/welcome.js'
import { equalBytes } from '../codec/bytes.ts'
import { findExtension } from '../codec/extensions.ts'
import { readMessage, readRatchetTree } from '../codec/message.ts'
import { leavesOf } from '../tree/leaves.ts'
import type { OwnKeyPackage } from './key-package.ts'
import type { Member } from './member.ts'
import { climb } from './path-secret.ts'
import { refuseAs, refusing } from './refuse.ts'
import { trustGroup } from './trust-group.ts'

interface JoinOptions {
  readonly own: OwnKeyPackage
  readonly welcome: Uint8Array
  /** Needed where the Welcome does not hold the tree. */
  readonly ratchetTree?: Uint8Array
  /** Secrets of external PSKs by the Base64 of their id. */
  readonly psks?: Readonly<Record<string, Uint8Array>>
}

/** The member this Welcome makes of `own`. Throws MlsRejection('invalid-welcome') where it is for somebody else or wrong. */
export async function joinFromWelcome(options: JoinOptions): Promise<Member> {
  return refusing('invalid-welcome', '12.4.3.1', () => join(options))
}

async function join({ own, welcome: bytes, ratchetTree, psks = {} }: JoinOptions): Promise<Member> {
  const { suite, privateKeys } = own
  const { cipher } = suite
  const { welcome } = readMessage(bytes, 'mls_welcome')
  if (welcome.cipherSuite !== cipher.name) throw refuse(`expected suite ${cipher.name}; found ${welcome.cipherSuite}`)
  const initKey = await cipher.hpke.importPrivateKey(privateKeys.initPrivateKey)
  const groupSecrets = await decryptGroupSecrets(initKey, own.ref, welcome, cipher.hpke)
  if (groupSecrets === undefined) throw refuse('expected GroupSecrets; found bytes that cannot be decoded')
  const zeros = new Uint8Array(cipher.kdf.size)
  const index = makePskIndex(undefined, { ...psks })
  const [pskSecret] = await accumulatePskSecret(groupSecrets.psks, index, cipher, zeros)
  const groupInfo = await decryptGroupInfo(welcome, groupSecrets.joinerSecret, pskSecret, cipher)
  if (groupInfo === undefined) throw refuse('expected a GroupInfo; found bytes that cannot be decoded')
  const tree = treeOf(groupInfo, ratchetTree)
  await trustGroup(suite, groupInfo, tree)

  const ownLeaf = encodeLeafNode(own.keyPackage.leafNode)
  const place = leavesOf(tree).find(({ leaf }) => equalBytes(encodeLeafNode(leaf), ownLeaf))
  if (place === undefined) throw refuse('expected the own leaf in the tree; found none')
  const { leafIndex } = place
  const { joinerSecret, pathSecret } = groupSecrets
  if (!(await verifyGroupInfoConfirmationTag(groupInfo, joinerSecret, pskSecret, cipher)))
    throw refuse('expected the confirmation tag of this epoch; found another')

  const keys: Record<number, Uint8Array> = { [leafIndex * 2]: privateKeys.hpkePrivateKey }
  if (pathSecret !== undefined) {
    const ownNode = leafToNodeIndex(toLeafIndex(leafIndex))
    const path = filteredDirectPath(toLeafIndex(groupInfo.signer), tree)
    const start = path.find((nodeIndex) => isAncestor(ownNode, nodeIndex, tree.length))
    if (start === undefined) throw refuse('expected an ancestor shared with the signer; found none')
    Object.assign(keys, (await climb(suite, { tree, maker: groupInfo.signer }, { start, secret: pathSecret })).keys)
  }
  const { groupContext, confirmationTag } = groupInfo
  const [keySchedule, encryptionSecret] = await deriveKeySchedule(joinerSecret, pskSecret, groupContext, cipher.kdf)
  return {
    suite,
    pendingUpdates: [],
    psks,
    state: {
      groupContext,
      confirmationTag,
      keySchedule,
      ratchetTree: tree,
      privatePath: { leafIndex, privateKeys: keys },
      signaturePrivateKey: privateKeys.signaturePrivateKey,
      unappliedProposals: {},
      secretTree: await createSecretTree(leafWidth(tree.length), encryptionSecret, cipher.kdf),
      historicalReceiverData: new Map(),
      groupActiveState: { kind: 'active' },
      clientConfig: defaultClientConfig,
    },
  }
}

/** The tree inside the GroupInfo, else the one beside it. */
export function treeOf(groupInfo: GroupInfo, beside: Uint8Array | undefined): RatchetTree {
  const bytes = findExtension(groupInfo.extensions, 'ratchet_tree')?.extensionData ?? beside
  if (bytes === undefined) throw refuse('expected a ratchet tree in or beside the GroupInfo; found none')
  return readRatchetTree(bytes)
}

function refuse(message: string) {
  return refuseAs('invalid-welcome', '12.4.3.1', message)
}
