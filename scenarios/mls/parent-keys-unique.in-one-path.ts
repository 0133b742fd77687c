// The parents that a path makes have a key each (RT-06; RFC 9420 section 12.4.3.1).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'

export default refusedCommits({
  requirement: 'mls/parent-keys-unique',
  story: 'The path of Alice has one key for both parents above her, then one for each',
  others: 3,
  trials: ({ forge, commit }) => [
    {
      name: 'one for both',
      wrong: () => forge({ kind: 'path-key-twice' }),
      right: () => commit({ withPath: true }),
    },
  ],
})
