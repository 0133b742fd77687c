// Checks on a key package (rows KP-B1 to KP-B5, KP-B7).
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import { lastResortExtension } from '../client/capabilities.ts'
import { equalBytes } from '../codec/bytes.ts'
import { extensionNumber, suiteNumber, versionNumber } from '../codec/names.ts'
import { keyPackageTbs } from '../codec/signed.ts'
import { type Check, runChecks } from './check.ts'
import type { KeyPackageContext } from './contexts.ts'
import { repeated } from './leaf-node.ts'

/**
 * The one judgement of a key package, whichever way it comes in: on its own (public/key-package.ts) or in an Add, wherever that
 * stands (proposal.ts, PL-01). Throws an MlsRejection with code 'invalid-key-package' and the row and section of the check that complains.
 */
export async function judgeKeyPackage(given: Omit<KeyPackageContext, 'code'>): Promise<void> {
  await runChecks(given.rules.checks.keyPackage, { ...given, code: 'invalid-key-package' })
}

export const keyPackageChecks: readonly Check<KeyPackageContext>[] = [
  {
    row: 'KP-B1',
    section: '9420 section 10.1',
    name: 'version and suite of the key package',
    run({ keyPackage, expect }) {
      const version = versionNumber(keyPackage.version)
      if (version !== expect.protocolVersion) return `expected version ${expect.protocolVersion}; found ${version}`
      const suite = suiteNumber(keyPackage.cipherSuite)
      return suite === expect.cipherSuite ? undefined : `expected suite ${expect.cipherSuite}; found ${suite}`
    },
  },
  {
    row: 'KP-B3',
    section: '9420 section 10.1',
    name: 'signature of the key package',
    run({ keyPackage, suite }) {
      const { leafNode, signature } = keyPackage
      const content = keyPackageTbs(keyPackage)
      return suite.verify({ key: leafNode.signaturePublicKey, label: 'KeyPackageTBS', content, signature })
        ? undefined
        : 'expected a signature by the leaf key; found none'
    },
  },
  {
    row: 'KP-B4',
    section: '9420 section 10.1',
    name: 'init key',
    run: ({ keyPackage: { initKey, leafNode } }) =>
      equalBytes(initKey, leafNode.hpkePublicKey)
        ? 'expected an init key other than the encryption key; found the same'
        : undefined,
  },
  {
    row: 'KP-B5',
    section: '9420 section 5.1.1',
    name: 'init key of the suite',
    run: ({ keyPackage: { initKey }, suite }) =>
      suite.isPublicKey(initKey) ? undefined : 'expected an init key of the suite; found other bytes',
  },
  {
    row: 'LN-14',
    section: '9420 section 13.4',
    name: 'no extension twice in a key package',
    run: ({ keyPackage }) => repeated(keyPackage.extensions),
  },
  {
    row: 'KP-B7',
    section: '9420 section 16.8',
    name: 'last resort marks',
    // An unmarked package may serve as the last one: the mark is its owner's to give.
    run: ({ keyPackage, expect }) =>
      expect.use === 'once' && isLastResort(keyPackage)
        ? 'expected a package to be used once; found one marked for use as a last resort'
        : undefined,
  },
  {
    row: 'KP-B2',
    section: '9420 section 10.1',
    name: 'leaf node of the key package',
    async run({ keyPackage, ...rest }) {
      await runChecks(rest.rules.checks.leaf, { ...rest, leaf: keyPackage.leafNode, place: 'key-package' })
      return undefined
    },
  },
]

function isLastResort({ extensions }: KeyPackage): boolean {
  return extensions.some(({ extensionType }) => extensionNumber(extensionType) === lastResortExtension)
}
