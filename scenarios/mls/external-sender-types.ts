// Not everything may be proposed from outside, and nothing committed (FR-11).
import { externalSender } from '../../harness/ingest/outside.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(
  { external: externalSender },
  {
    requirement: 'mls/external-sender-types',
    what: "that are an Update of Alice's leaf, an ExternalInit, and a commit",
    flaws: {
      update: { content: { type: 'update' } },
      externalInit: { content: { type: 'external-init' } },
      commit: { content: { type: 'commit' } },
    },
  },
)
