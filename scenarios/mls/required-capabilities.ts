// A group says what its members have to support, and takes nobody who does not (LN-03).

import { addedKeyPackages } from '../../harness/ingest/key-packages.ts'
import { placedLeaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const type = 0xf042
const rule = {
  requirement: 'mls/required-capabilities',
  what: 'that lack an extension and a proposal type which the group requires',
  setting: {
    marks: [{ kind: 'capabilities-with', extensions: [type], proposals: [type] }],
    extensions: [{ type: 'required-capabilities', extensionTypes: [type], proposalTypes: [type] }],
  },
  flaws: {
    noExtension: { kind: 'capabilities-without-type', of: 'extensions', type },
    noProposal: { kind: 'capabilities-without-type', of: 'proposals', type },
  },
} as const

export default { ...refusedOn(addedKeyPackages, rule), ...refusedOn(placedLeaves, rule) }
