// Who reads external_pub finds a public key to join with (GI-06; RFC 9420 section 12.4.3.2).
import { refusedCreations, refusedGroupInfos } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/external-pub-is-a-key'
const flaws = { 'short key': { kind: 'short-external-pub' } } as const

export default {
  'create-group': refusedCreations({
    requirement,
    story: 'Alice creates a group whose external_pub lacks an octet',
    flaws,
  }),
  'with-a-commit': refusedGroupInfos({
    requirement,
    story: 'Alice commits with a GroupInfo whose external_pub lacks an octet',
    flaws,
  }),
} satisfies Variants
