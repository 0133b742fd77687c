// Who joins from outside brings one ExternalInit (XC-01; RFC 9420 sections 12.2 and 12.4.3.2).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedCommits({
  requirement: 'mls/one-external-init',
  needs: ['external-commits'],
  story: 'Bob joins from outside with no ExternalInit, then with one; Carol with two of them, then with one',
  others: 0,
  trials(room) {
    const [bob, carol] = [outsider(room, room.second), outsider(room, room.third)]
    return [
      { name: 'none', wrong: () => bob.forge({ kind: 'no-external-init' }), right: () => bob.join() },
      { name: 'two', wrong: () => carol.forge({ kind: 'two-external-inits' }), right: () => carol.join() },
    ]
  },
})
