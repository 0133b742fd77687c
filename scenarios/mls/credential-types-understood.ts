// Every member understands the credentials of every other (LN-04).

import { addedKeyPackages } from '../../harness/ingest/key-packages.ts'
import { placedLeaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const rule = {
  requirement: 'mls/credential-types-understood',
  what: 'that understand no credential of the group',
  flaws: { understandsNone: { kind: 'capabilities-without', what: 'credential' } },
} as const

export default { ...refusedOn(addedKeyPackages, rule), ...refusedOn(placedLeaves, rule) }
