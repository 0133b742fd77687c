// What an ExternalInit holds can be opened (XC-08; RFC 9420 section 8.3).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedCommits({
  requirement: 'mls/kem-output-is-a-key',
  needs: ['external-commits'],
  story: 'Bob joins from outside with an ExternalInit that lacks an octet, then with a whole one',
  others: 0,
  trials(room) {
    const { forge, join } = outsider(room, room.second)
    return [{ name: 'short', wrong: () => forge({ kind: 'short-kem-output' }), right: () => join() }]
  },
})
