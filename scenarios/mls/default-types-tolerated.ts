// Who lists the types that everybody supports says too much, but nothing wrong (LN-13).
import { leaves } from '../../harness/ingest/leaves.ts'
import { takenOn } from '../../harness/ingest/route.ts'

const defaults = { extensions: [1, 2, 3, 4, 5], proposals: [1, 2, 3, 4, 5, 6, 7] }

export default takenOn(leaves, {
  requirement: 'mls/default-types-tolerated',
  what: 'whose capabilities list all default types',
  setting: { marks: [{ kind: 'capabilities-with', ...defaults }] },
})
