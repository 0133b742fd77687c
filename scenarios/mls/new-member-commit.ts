// Who joins by a commit signs it by the key it will have, and sends nothing but that (FR-13).
import { externalCommit } from '../../harness/ingest/frames.ts'
import { newMember, strangersKey } from '../../harness/ingest/outside.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/new-member-commit'

export default {
  ...refusedOn(
    { 'external-commit': externalCommit },
    {
      requirement,
      what: 'that a stranger has signed',
      flaws: async (stage) => ({ otherKey: { kind: 'signed-by', key: await strangersKey(stage) } as const }),
    },
  ),
  ...refusedOn(
    { proposal: newMember },
    {
      requirement,
      what: 'as one who joins by a commit',
      flaws: { proposal: { sender: 'new-member-commit' } },
    },
  ),
}
