// Checks on a GroupInfo, on its own or as the result of a commit (rows GI-01 to GI-07, GR-14).
import { encodeGroupContext } from 'ts-mls/groupContext.js'
import { verifyGroupInfoSignature } from 'ts-mls/groupInfo.js'
import { equalBytes } from '../codec/bytes.ts'
import { findExtension, readExternalPub } from '../codec/extensions.ts'
import { versionNumber } from '../codec/names.ts'
import { leafAt, leavesOf } from '../tree/leaves.ts'
import { treeHash } from '../tree/tree-hash.ts'
import { unsupportedBy } from './capabilities.ts'
import type { Check } from './check.ts'
import type { GroupInfoContext } from './contexts.ts'
import { externalSenderComplaint } from './credential.ts'
import { repeated } from './leaf-node.ts'

export const groupInfoChecks: readonly Check<GroupInfoContext>[] = [
  {
    row: 'GI-02',
    section: '9420 section 8.1',
    name: 'group, epoch and suite of the GroupInfo',
    run({ groupInfo: { groupContext }, expected }) {
      const version = versionNumber(groupContext.version)
      if (version !== 1) return `expected mls10 (1); found version ${version}`
      if (expected === undefined) return undefined
      const { context } = expected
      if (!equalBytes(groupContext.groupId, context.groupId)) return 'expected the id of this group; found another'
      if (groupContext.epoch !== context.epoch) return `expected epoch ${context.epoch}; found ${groupContext.epoch}`
      const { treeHash: hash, confirmedTranscriptHash } = context
      const rest = encodeGroupContext({ ...groupContext, treeHash: hash, confirmedTranscriptHash })
      return equalBytes(rest, encodeGroupContext(context))
        ? undefined
        : 'expected version, suite and extensions of the group; found others'
    },
  },
  {
    row: 'GI-01',
    section: '9420 section 12.4.3.1',
    name: 'signature of the GroupInfo',
    async run({ groupInfo, tree, suite: { cipher } }) {
      const signer = leafAt(tree, groupInfo.signer)
      if (signer === undefined) return `expected a member at the signer's leaf ${groupInfo.signer}; found none`
      return (await verifyGroupInfoSignature(groupInfo, signer.signaturePublicKey, cipher.signature))
        ? undefined
        : `expected a signature by leaf ${groupInfo.signer}; found none`
    },
  },
  {
    row: 'CM-15',
    section: '9420 section 12.4.3',
    name: 'signer of the GroupInfo',
    run: ({ groupInfo, expected }) =>
      expected === undefined || groupInfo.signer === expected.committer
        ? undefined
        : `expected the committer's leaf ${expected.committer}; found ${groupInfo.signer}`,
  },
  {
    row: 'GI-03',
    section: '9420 section 7.8',
    name: 'tree hash',
    run: ({ groupInfo, tree, suite }) =>
      equalBytes(groupInfo.groupContext.treeHash, treeHash(tree, suite.hashing))
        ? undefined
        : 'expected the hash of the tree; found another',
  },
  {
    row: 'GI-04',
    section: '9420 section 8.2',
    name: 'confirmed transcript hash',
    run({ groupInfo: { groupContext }, expected }) {
      const { epoch, confirmedTranscriptHash } = groupContext
      if (expected !== undefined)
        return equalBytes(confirmedTranscriptHash, expected.context.confirmedTranscriptHash)
          ? undefined
          : 'expected the transcript hash that the commit leads to; found another'
      return epoch === 0n && confirmedTranscriptHash.length > 0
        ? 'expected no transcript hash in epoch 0; found one'
        : undefined
    },
  },
  {
    row: 'GI-05',
    section: '9420 section 12.4.3',
    name: 'confirmation tag of the GroupInfo',
    run({ groupInfo, expected, suite }) {
      if (groupInfo.confirmationTag.length !== suite.hashing.size)
        return `expected ${suite.hashing.size} bytes; found ${groupInfo.confirmationTag.length}`
      return expected === undefined || equalBytes(groupInfo.confirmationTag, expected.confirmationTag)
        ? undefined
        : 'expected the tag of the commit; found another'
    },
  },
  {
    row: 'GI-06',
    section: '9420 section 12.4.3.2',
    name: 'external_pub',
    run({ groupInfo, suite }) {
      const key = readExternalPub(groupInfo.extensions)
      return key === undefined || suite.isPublicKey(key)
        ? undefined
        : 'expected a public key of the suite; found other bytes'
    },
  },
  {
    row: 'GI-07',
    section: '9420 section 11.1',
    name: 'group extensions supported by all',
    run: ({ groupInfo, tree }) => unsupportedBy(leavesOf(tree), groupInfo.groupContext.extensions),
  },
  {
    row: 'LN-01',
    section: '9420 section 5.3.1',
    name: 'credentials of external senders',
    // With a commit they have been judged where they came in.
    run: ({ groupInfo, expected, rules }) =>
      expected === undefined ? externalSenderComplaint(groupInfo.groupContext.extensions, rules.identity) : undefined,
  },
  {
    row: 'LN-14',
    section: '9420 section 13.4',
    name: 'no extension twice in a GroupInfo',
    run: ({ groupInfo }) => repeated(groupInfo.extensions) ?? repeated(groupInfo.groupContext.extensions),
  },
  {
    row: 'GR-14',
    section: '9420 section 12.4.3.3',
    name: 'tree inside and beside the GroupInfo',
    run({ groupInfo, ratchetTree }) {
      const inside = findExtension(groupInfo.extensions, 'ratchet_tree')?.extensionData
      return inside === undefined || equalBytes(inside, ratchetTree)
        ? undefined
        : 'expected the same tree in both places; found two'
    },
  },
]
