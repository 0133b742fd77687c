// Who joins from outside brings a path (XC-05; RFC 9420 section 12.4.3.2).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedCommits({
  requirement: 'mls/path-from-outside',
  needs: ['external-commits'],
  story: 'Bob joins from outside without a path, then with one',
  others: 0,
  trials(room) {
    const { forge, join } = outsider(room, room.second)
    return [{ name: 'no path', wrong: () => forge({ kind: 'missing-path' }), right: () => join() }]
  },
})
