// Who comes back from outside in the place of the own former leaf brings a new encryption key (LN-09; RFC 9420 section 12.2).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'
import { encryptionKeyOfNode } from '../../mls/member.ts'

export default refusedCommits({
  requirement: 'mls/new-encryption-key',
  needs: ['external-commits'],
  story:
    'Bob comes back from outside and removes his former leaf: with the encryption key that it had, then with a new one',
  others: 2,
  trials(room) {
    const bob = outsider(room, room.second)
    const former = room.leafOf(room.second)
    return [
      {
        name: 'key it had',
        wrong: () => {
          const key = encryptionKeyOfNode(room.session().member, 2 * former)
          return bob.forge({ kind: 'returning-leaf', former, leaf: { kind: 'encryption-key', key } })
        },
        right: () => bob.join({ resync: true }),
      },
    ]
  },
})
