// A leaf that takes the place of another brings a new encryption key (LN-09).
import { placedLeaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'
import { encryptionKeyOfNode } from '../../mls/member.ts'

const { update, path } = placedLeaves

// Who joins from outside takes nobody's place.
export default refusedOn(
  { update, path },
  {
    requirement: 'mls/new-encryption-key',
    what: 'that keep her encryption key',
    flaws: (_stage, member) => ({
      sameKey: { kind: 'encryption-key' as const, key: encryptionKeyOfNode(member(), 0) },
    }),
  },
)
