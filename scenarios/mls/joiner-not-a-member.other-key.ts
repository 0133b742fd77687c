// Who joins from outside is told by its client, not by its key: under a new one a member is still a member (XC-06; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedCommits({
  requirement: 'mls/joiner-not-a-member',
  needs: ['external-commits', 'basic'],
  story: 'Mallory joins from outside as Bob, who is a member, by a key of her own; then as herself',
  others: 1,
  async trials(room) {
    const { mallory, register } = room.stage
    const { join } = outsider(room, await register(mallory))
    const { handle: identity } = room.second.person
    return [{ name: 'as Bob', wrong: () => join({ identity }), right: () => join() }]
  },
})
