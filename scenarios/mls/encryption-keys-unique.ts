// No encryption key is in the tree twice (LN-11).
import { addedKeyPackages, byReference } from '../../harness/ingest/key-packages.ts'
import { placedLeaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'
import { encryptionKeyOfNode } from '../../mls/member.ts'

const requirement = 'mls/encryption-keys-unique'
const { commit } = addedKeyPackages
const { path, 'external-commit': externalCommit } = placedLeaves

// A proposal alone may be for a commit that removes the other one.
export default {
  ...refusedOn(
    { commit, 'by-reference': byReference },
    {
      requirement,
      what: "that have Alice's encryption key",
      flaws: (_stage, member) => ({
        keyOfAlice: { kind: 'encryption-key' as const, key: encryptionKeyOfNode(member(), 0) },
      }),
    },
  ),
  ...refusedOn(
    { path, 'external-commit': externalCommit },
    {
      requirement,
      what: "that have Carol's encryption key",
      setting: { members: ['carol'] },
      flaws: (_stage, member) => ({
        keyOfCarol: { kind: 'encryption-key' as const, key: encryptionKeyOfNode(member(), 2) },
      }),
    },
  ),
}
