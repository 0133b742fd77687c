// For tests of mls/ only: a client that announces other capabilities than ours do.
import type { Capabilities } from 'ts-mls/capabilities.js'
import { makeKeyPackageRef, signKeyPackage } from 'ts-mls/keyPackage.js'
import { signLeaf } from '../client/sign-leaf.ts'
import { writeKeyPackage } from '../codec/message.ts'
import type { OwnKeyPackage } from '../key-package.ts'

/** The package with these capabilities, signed anew. */
export async function packageWith(own: OwnKeyPackage, change: Partial<Capabilities>): Promise<OwnKeyPackage> {
  const { suite, signatureKey } = own
  const leaf = own.keyPackage.leafNode
  const signer = { suite, key: signatureKey.privateKey, groupId: new Uint8Array(), leafIndex: 0 }
  const leafNode = await signLeaf({ ...leaf, capabilities: { ...leaf.capabilities, ...change } }, signer)
  const unsigned = { ...own.keyPackage, leafNode }
  const keyPackage = await signKeyPackage(unsigned, signatureKey.privateKey, suite.cipher.signature)
  const message = writeKeyPackage(keyPackage)
  return { ...own, keyPackage, message, ref: await makeKeyPackageRef(keyPackage, suite.cipher.hash) }
}
