// Who is not in yet may ask to be added, by the key it will have, and for nothing else (FR-12).
import { newMember, strangersKey } from '../../harness/ingest/outside.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(
  { proposal: newMember },
  {
    requirement: 'mls/new-member-proposal',
    what: 'to remove Alice, a commit, and to add himself by the signature of a stranger',
    flaws: async (stage) => ({
      remove: { content: { type: 'remove', leafIndex: 0 } } as const,
      commit: { content: { type: 'commit' } } as const,
      otherKey: { key: await strangersKey(stage) },
    }),
  },
)
