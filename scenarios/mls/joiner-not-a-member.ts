// Who joins from outside is no member, or removes the own former leaf (XC-06; RFC 9420 section 12.2).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedCommits({
  requirement: 'mls/joiner-not-a-member',
  needs: ['external-commits'],
  story: 'Bob, who is a member, joins from outside a second time, then in the place of his former self',
  others: 1,
  trials(room) {
    const { join } = outsider(room, room.second)
    return [{ name: 'a second time', wrong: () => join(), right: () => join({ resync: true }) }]
  },
})
