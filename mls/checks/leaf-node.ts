// Checks on one leaf node, wherever it comes from (rows LN-01 to LN-14; what concerns several leaves is in members.ts).
import type { Extension } from 'ts-mls/extension.js'
import { equalBytes } from '../codec/bytes.ts'
import { credentialNumber, extensionNumber } from '../codec/names.ts'
import { leafNodeTbs } from '../codec/signed.ts'
import { identityOf } from '../public/leaf-identity.ts'
import { unsupportedBy } from './capabilities.ts'
import type { Check, Complaint } from './check.ts'
import type { LeafContext } from './contexts.ts'
import { credentialComplaint } from './credential.ts'

export const leafChecks: readonly Check<LeafContext>[] = [
  {
    row: 'LN-08',
    section: '9420 section 7.3',
    name: 'leaf node source',
    run({ leaf, place }) {
      const source = place === 'key-package' ? 'key_package' : place
      return place === 'tree' || leaf.leafNodeSource === source
        ? undefined
        : `expected ${source}; found ${leaf.leafNodeSource}`
    },
  },
  {
    row: 'LN-02',
    section: '9420 section 7.2',
    name: 'leaf signature',
    run({ leaf, group, suite }) {
      // Only a key package stands alone, and LN-08 refuses another leaf in one.
      if (leaf.leafNodeSource !== 'key_package' && group === undefined) return undefined
      const place = group === undefined ? undefined : { groupId: group.context.groupId, leafIndex: group.leafIndex }
      const { signaturePublicKey: key, signature } = leaf
      const holds = suite.verify({ key, label: 'LeafNodeTBS', content: leafNodeTbs(leaf, place), signature })
      return holds ? undefined : 'expected a signature by the leaf key for this place; found none'
    },
  },
  {
    row: 'LN-12',
    section: '9420 section 7.3',
    name: 'capabilities for version and suite',
    run({ leaf: { capabilities }, suite: { cipher } }) {
      if (!capabilities.versions.includes('mls10')) return 'expected mls10 among the versions; found it missing'
      return capabilities.ciphersuites.includes(cipher.name)
        ? undefined
        : `expected ${cipher.name} among the suites; found it missing`
    },
  },
  {
    row: 'LN-03',
    section: '9420 section 7.3',
    name: 'what the group asks of members',
    // Members that were there before us are judged together, by GI-07 and PL-07.
    run: ({ leaf, place, extensions, group }) =>
      place === 'tree' ? undefined : unsupportedBy([{ leafIndex: group?.leafIndex ?? 0, leaf }], extensions),
  },
  {
    row: 'LN-07',
    section: '9420 section 7.3',
    name: 'own extensions and credential in the capabilities',
    run({ leaf }) {
      const { capabilities, credential, extensions } = leaf
      if (!capabilities.credentials.includes(credential.credentialType))
        return `expected credential type ${credentialNumber(credential.credentialType)} in the capabilities; found it missing`
      const unlisted = extensions
        .map(({ extensionType }) => extensionNumber(extensionType))
        .find((type) => type > 5 && !capabilities.extensions.includes(type))
      return unlisted === undefined ? undefined : `expected extension ${unlisted} in the capabilities; found it missing`
    },
  },
  {
    row: 'LN-14',
    section: '9420 section 13.4',
    name: 'no extension twice in a leaf',
    run: ({ leaf }) => repeated(leaf.extensions),
  },
  {
    row: 'LN-05',
    section: '9420 section 7.3',
    name: 'lifetime',
    run({ leaf, place, rules }) {
      if (place !== 'key-package' || leaf.leafNodeSource !== 'key_package') return undefined
      const { notBefore, notAfter } = leaf.lifetime
      const now = rules.now()
      return notBefore <= now && now <= notAfter
        ? undefined
        : `expected ${now} between not_before and not_after; found ${notBefore} to ${notAfter}`
    },
  },
  {
    row: 'LN-06',
    section: '9420 section 7.2',
    name: 'length of the lifetime',
    // Unlike the time it ends at, its length says the same in a tree that is years old.
    run({ leaf, rules: { maximumLifetime } }) {
      if (leaf.leafNodeSource !== 'key_package' || maximumLifetime === undefined) return undefined
      const width = leaf.lifetime.notAfter - leaf.lifetime.notBefore
      return width <= maximumLifetime ? undefined : `expected at most ${maximumLifetime} seconds; found ${width}`
    },
  },
  {
    row: 'KP-B5',
    section: '9420 section 5.1.1',
    name: 'encryption key of the leaf',
    run: ({ leaf, suite }) =>
      suite.isPublicKey(leaf.hpkePublicKey) ? undefined : 'expected an encryption key of the suite; found other bytes',
  },
  {
    row: 'LN-09',
    section: '9420 section 7.3',
    name: 'new encryption key',
    run: ({ leaf, predecessor }) =>
      predecessor !== undefined && equalBytes(leaf.hpkePublicKey, predecessor.hpkePublicKey)
        ? 'expected an encryption key other than before; found the same'
        : undefined,
  },
  {
    row: 'IP-05',
    section: '9420 section 5.3.1',
    name: 'valid successor',
    run: ({ leaf, predecessor, rules }) =>
      predecessor === undefined || rules.identity.validSuccessor(identityOf(predecessor), identityOf(leaf))
        ? undefined
        : 'expected a credential that may follow the one before; found another client',
  },
  {
    row: 'LN-01',
    section: '9420 section 7.3',
    name: 'credential',
    run: ({ leaf, extensions, rules }) => credentialComplaint(leaf, extensions, rules.identity),
  },
]

/** The complaint about an extension type that occurs twice (section 13.4). */
export function repeated(extensions: readonly Extension[]): Complaint {
  const types = extensions.map(({ extensionType }) => extensionNumber(extensionType))
  const seen = new Set<number>()
  const twice = types.find((type) => seen.size === seen.add(type).size)
  return twice === undefined ? undefined : `expected each extension once; found ${twice} twice`
}
