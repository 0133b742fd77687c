// A new group is of a version and a suite that its gateway knows (GI-02; RFC 9420 section 8.1).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'

export default refusedCreations({
  requirement: 'mls/group-info-context',
  story: 'Alice creates groups of a protocol version that there is not, and of a cipher suite that nobody defined',
  flaws: {
    'unknown version': { kind: 'version', version: 2 },
    'unknown suite': { kind: 'listed-suite', cipherSuite: 0xf0f0 },
  },
})
