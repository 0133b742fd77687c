// Who proposes from outside is listed in the group, under the key that signs (FR-10).
import { externalSender, strangersKey } from '../../harness/ingest/outside.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(
  { proposal: externalSender },
  {
    requirement: 'mls/external-sender-listed',
    what: 'from a place that the list does not have, and by a key that it does not have',
    flaws: async (stage) => ({
      otherPlace: { sender: { external: 1 } },
      otherKey: { key: await strangersKey(stage) },
    }),
  },
)
