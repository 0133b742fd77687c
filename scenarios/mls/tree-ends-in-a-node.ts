// A ratchet tree is written without blank nodes at its end (RT-01; RFC 9420 section 12.4.3.3).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'

export default refusedCreations({
  requirement: 'mls/tree-ends-in-a-node',
  story: 'Alice creates groups whose tree ends in a blank node, or has no node at all',
  flaws: { 'blank at the end': { kind: 'trailing-blank' }, 'no node': { kind: 'empty-tree' } },
})
