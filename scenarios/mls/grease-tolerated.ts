// Code points that nobody knows are there to be ignored (LN-14; RFC 9420 section 13.5).
import { leaves } from '../../harness/ingest/leaves.ts'
import { takenOn } from '../../harness/ingest/route.ts'

const [one, other] = [0x0a0a, 0xeaea]
const both = [one, other]

export default takenOn(leaves, {
  requirement: 'mls/grease-tolerated',
  what: 'that list GREASE values and have a GREASE extension',
  setting: {
    marks: [
      { kind: 'capabilities-with', suites: both, extensions: [other], proposals: both, credentials: both },
      { kind: 'listed-leaf-extension', extensionType: one },
    ],
  },
})
