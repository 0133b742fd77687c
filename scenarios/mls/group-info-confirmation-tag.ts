// A GroupInfo has the confirmation tag of the commit that it comes with, and one of the right length (GI-05; RFC 9420 section 12.4.3).
import { refusedCreations, refusedGroupInfos } from '../../harness/ingest/refused-in-room.ts'
import type { Variants } from '../../harness/scenario.ts'

const requirement = 'mls/group-info-confirmation-tag'

export default {
  'create-group': refusedCreations({
    requirement,
    story: 'Alice creates a group whose GroupInfo has a confirmation tag that lacks an octet',
    flaws: { 'short tag': { kind: 'short-confirmation-tag' } },
  }),
  'with-a-commit': refusedGroupInfos({
    requirement,
    story: 'Alice commits with a GroupInfo that has another confirmation tag than the commit',
    flaws: { 'other tag': { kind: 'confirmation-tag' } },
  }),
} satisfies Variants
