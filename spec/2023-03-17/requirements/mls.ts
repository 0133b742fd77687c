// What edition 2023-03-17 states of the area `mls`: it gives the gateway the role of a member who receives a message, but
// for what needs the secrets of the group. So a MUST of RFC 9420 on the receiver is a processing step of the draft (STEP),
// a "should" a SHOULD. Rules for senders, and matters of policy, shape and consistency, are not stated and stay PROFILE.
import type { Level, RequirementId, Statement, Statements } from '../../requirement.ts'

type Sentence = Pick<Statement, 'section' | 'fingerprint'>

const keyPackage: Sentence = {
  section: 'key-package-validation',
  fingerprint: 'sha256:856fc436dcf5c8fb58280c03939fdd09442c3f2b352bdce543fcabb11f4428eb',
}
const groupInfo: Sentence = {
  section: 'group-creation',
  fingerprint: 'sha256:98cf0ddc6bee6b2eaa62c6753b26232af2daf514cb94d097dfffacbda46db2b8',
}
const ratchetTree: Sentence = {
  section: 'group-creation',
  fingerprint: 'sha256:8a3639beb7286f9fcbdd44362baf7043cb7e2da096a69c78acc3aab9352266f8',
}
const proposal: Sentence = {
  section: 'proposals',
  fingerprint: 'sha256:4f0e9f362806fb02ed06cd42268652a5038e22ae72f2acb5aba211123c2f24f4',
}
const commit: Sentence = {
  section: 'commits',
  fingerprint: 'sha256:a28609aa3c6fb3b2026d1701ef559f9f4249db1d83f6ed4dea8bfda31d394b74',
}
/** It makes the gateway a delivery service, which is what RFC 9750 is about. */
const delivery: Sentence = {
  section: 'managing-groups-without-metadata-protection',
  fingerprint: 'sha256:c182808359ea5b798ace80ef6b2dfcba5fa89c67d64f225ab0b8620a1c82c12e',
}
const oneWinner: Sentence = {
  section: 'managing-groups-without-metadata-protection',
  fingerprint: 'sha256:2224fbf3b39aa026ed419da0c45d9f3f71d4a86265301615d5235ac0f9513814',
}

export const mls: Statements = {
  ...stated(keyPackage, 'STEP', [
    'mls/leaf-credential',
    'mls/leaf-signature',
    'mls/leaf-lists-what-it-uses',
    'mls/leaf-source',
    'mls/leaf-supports-suite',
    'mls/lifetime-bounded',
    'mls/extensions-not-repeated',
    'mls/grease-tolerated',
    'mls/key-package-suite',
    'mls/key-package-leaf',
    'mls/key-package-signature',
    'mls/init-key-differs',
  ]),
  ...stated(keyPackage, 'SHOULD', ['mls/lifetime-current', 'mls/public-keys-well-formed', 'mls/init-key-used-once']),
  ...stated(groupInfo, 'STEP', [
    'mls/group-info-signed',
    'mls/group-info-context',
    'mls/group-info-tree-hash',
    'mls/first-transcript-hash',
    'mls/group-extensions-supported',
  ]),
  ...stated(ratchetTree, 'STEP', ['mls/tree-ends-in-a-node', 'mls/nodes-in-their-places', 'mls/leaves-of-the-tree']),
  ...stated(proposal, 'STEP', [
    'mls/known-version-and-format',
    'mls/whole-canonical-encoding',
    'mls/application-data-encrypted',
    'mls/group-id-of-group',
    'mls/epoch-is-current',
    'mls/sender-is-member',
    'mls/content-signature',
    'mls/external-sender-credential',
    'mls/external-sender-listed',
    'mls/external-sender-types',
    'mls/new-member-proposal',
    'mls/required-capabilities',
    'mls/credential-types-understood',
    'mls/added-package-valid',
    'mls/update-of-its-sender',
    'mls/removal-of-a-member',
    'mls/pre-shared-keys',
    'mls/re-init-version',
    'mls/external-init-from-outside',
  ]),
  ...stated(commit, 'STEP', [
    'mls/new-member-commit',
    'mls/new-encryption-key',
    'mls/signature-keys-unique',
    'mls/encryption-keys-unique',
    'mls/parent-hashes',
    'mls/unmerged-leaves',
    'mls/parent-keys-unique',
    'mls/new-extensions-supported',
    'mls/every-proposal-valid',
    'mls/no-own-update',
    'mls/no-own-removal',
    'mls/one-change-per-leaf',
    'mls/no-client-twice',
    'mls/no-pre-shared-key-twice',
    'mls/extensions-set-once',
    'mls/re-init-alone',
    'mls/proposal-types-supported',
    'mls/order-of-proposals',
    'mls/tree-valid-after-the-list',
    'mls/references-known',
    'mls/path-where-needed',
    'mls/leaf-of-the-path',
    'mls/path-length',
    'mls/path-keys-new',
    'mls/state-follows',
    'mls/committer-is-a-member',
    'mls/closed-by-re-init',
    'mls/one-external-init',
    'mls/one-removal-from-outside',
    'mls/kinds-from-outside',
    'mls/no-references-from-outside',
    'mls/path-from-outside',
    'mls/joiner-not-a-member',
    'mls/leftmost-blank-leaf',
  ]),
  ...stated(oneWinner, 'STEP', ['mls/one-commit-per-epoch']),
  ...stated(delivery, 'SHOULD', [
    'mls/packages-handed-out-once',
    'mls/last-resort-last',
    'mls/fetches-limited',
    'mls/first-valid-commit',
    'mls/lost-welcome-dropped',
    'mls/invalid-commit-blocks-nobody',
    'mls/same-identity-over-time',
    'mls/membership-kept-close',
  ]),
  ...stated(delivery, 'MAY', ['mls/access-to-handshakes']),
}

function stated(sentence: Sentence, level: Level, ids: readonly `mls/${string}`[]): Statements {
  return Object.fromEntries(ids.map((id): [RequirementId, Statement] => [id, { ...sentence, level }]))
}
