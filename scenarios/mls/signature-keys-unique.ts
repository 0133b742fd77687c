// No two members have one signature key (LN-10).
import { addedKeyPackages, byReference } from '../../harness/ingest/key-packages.ts'
import { placedLeaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/signature-keys-unique'
const { commit } = addedKeyPackages
const { path, 'external-commit': externalCommit } = placedLeaves

// A proposal alone may be for a commit that removes the other one.
export default {
  ...refusedOn(
    { commit, 'by-reference': byReference },
    {
      requirement,
      what: "that have Alice's signature key",
      flaws: async ({ alice }) => ({
        keyOfAlice: { kind: 'signature-key' as const, key: (await alice.keyPackage()).signatureKey },
      }),
    },
  ),
  ...refusedOn(
    { path, 'external-commit': externalCommit },
    {
      requirement,
      what: "that have Carol's signature key",
      setting: { members: ['carol'] },
      flaws: async ({ carol }) => ({
        keyOfCarol: { kind: 'signature-key' as const, key: (await carol.keyPackage()).signatureKey },
      }),
    },
  ),
}
