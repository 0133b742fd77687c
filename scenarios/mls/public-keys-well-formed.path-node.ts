// Whoever is to encrypt to the members below a parent must be able to (KP-B5; RFC 9420 section 5.1.1).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'

export default refusedCommits({
  requirement: 'mls/public-keys-well-formed',
  needs: ['groups'],
  story:
    'Alice commits with a key above Bob and her that is too short, then one that is all zero; each time then as it should be',
  others: 1,
  trials: ({ forge, commit }) =>
    Object.entries({ short: Uint8Array.of(4, 5, 6), zero: new Uint8Array(32) }).map(([name, key]) => ({
      name,
      wrong: () => forge({ kind: 'path-node-key', key }),
      right: () => commit({ withPath: true }),
    })),
})
