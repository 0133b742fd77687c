// A key package as somebody else hands it over: checked, and what a gateway needs to know of it (RFC 9420 section 10.1).
import type { KeyPackageExpectation, Rules } from '../checks/contexts.ts'
import { judgeKeyPackage } from '../checks/key-package.ts'
import { copyBytes } from '../codec/bytes.ts'
import { suiteNumber } from '../codec/names.ts'
import type { LeafIdentity } from '../identity.ts'
import { MlsRejection } from '../rejection.ts'
import { decodeMessage } from './decode.ts'
import { identityOf } from './leaf-identity.ts'
import { keyPackageRef } from './refs.ts'

interface ValidKeyPackage {
  /** KeyPackageRef (RFC 9420 section 5.2). */
  readonly ref: Uint8Array
  /** The MLSMessage as it came. */
  readonly bytes: Uint8Array
  /** RFC 9420 code point. */
  readonly cipherSuite: number
  /** Unix seconds, inclusive. */
  readonly notBefore: bigint
  readonly notAfter: bigint
  readonly identity: LeafIdentity
  readonly handle: Uint8Array
  readonly initKey: Uint8Array
}

/**
 * The key package in an MLSMessage, valid by these rules and for this suite and version. Throws MlsRejection:
 * 'malformed' for bytes that are none, 'unsupported-suite' for a suite nobody can check here, else 'invalid-key-package'.
 */
export async function validateKeyPackage(
  message: Uint8Array,
  expect: KeyPackageExpectation,
  rules: Rules,
): Promise<ValidKeyPackage> {
  const wanted = ['mls_key_package'] as const
  const { keyPackage } = await decodeMessage(message, { wanted, code: 'malformed' }, rules)
  const cipherSuite = suiteNumber(keyPackage.cipherSuite)
  const suite = await rules.suite(cipherSuite)
  await judgeKeyPackage({ rules, suite, keyPackage, expect, extensions: [] })
  const { leafNode } = keyPackage
  const identity = identityOf(leafNode)
  // Without a lifetime there is nothing to store; only a gateway that leaves out LN-08 gets here.
  if (leafNode.leafNodeSource !== 'key_package')
    throw new MlsRejection(
      'invalid-key-package',
      { row: 'LN-08', section: '9420 section 7.3' },
      'expected a leaf with a lifetime; found none',
    )
  return {
    ref: keyPackageRef(keyPackage, suite),
    bytes: message,
    cipherSuite,
    notBefore: leafNode.lifetime.notBefore,
    notAfter: leafNode.lifetime.notAfter,
    identity,
    handle: rules.identity.clientHandle(identity),
    // A copy, so that it does not keep the whole message in memory.
    initKey: copyBytes(keyPackage.initKey),
  }
}
