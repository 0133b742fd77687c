// Who joins from outside removes the own former leaf at most (XC-02; RFC 9420 sections 12.2 and 12.4.3.2).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedCommits({
  requirement: 'mls/one-removal-from-outside',
  needs: ['external-commits'],
  story:
    'Dave joins from outside and removes Carol, then nobody; Bob comes back and removes his old leaf and Carol, then that leaf alone',
  others: 2,
  trials(room) {
    const { second, third, fourth, leafOf } = room
    const [dave, bob] = [outsider(room, fourth), outsider(room, second)]
    const [bobs, carols] = [leafOf(second), leafOf(third)]
    return [
      {
        name: 'somebody else',
        wrong: () => dave.forge({ kind: 'removes', leafIndices: [carols] }),
        right: () => dave.join(),
      },
      {
        name: 'somebody else as well',
        wrong: () => bob.forge({ kind: 'removes', leafIndices: [bobs, carols] }),
        right: () => bob.join({ resync: true }),
      },
    ]
  },
})
