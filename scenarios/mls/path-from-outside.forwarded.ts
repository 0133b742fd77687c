// Who joins from outside brings a path, whoever orders the group (XC-05; RFC 9420 section 12.4.3.2).
import { refusedForwardedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedForwardedCommits({
  requirement: 'mls/path-from-outside',
  needs: ['external-commits'],
  story: 'The gateway that orders a group brings a commit by which Alice joins it without a path, then one with a path',
  others: 1,
  trials(room) {
    const { forge, join } = outsider(room, room.third)
    return [{ name: 'no path', wrong: () => forge({ kind: 'missing-path' }), right: () => join() }]
  },
})
