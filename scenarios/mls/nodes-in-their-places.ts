// Leaves and parents take turns in a ratchet tree (RT-02; RFC 9420 section 12.4.3.3 and appendix C).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'

export default refusedCreations({
  requirement: 'mls/nodes-in-their-places',
  story: 'Alice creates a group whose tree has her leaf in the place of a parent as well',
  flaws: { 'leaf as parent': { kind: 'leaf-as-parent' } },
})
