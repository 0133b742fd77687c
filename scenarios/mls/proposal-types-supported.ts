// A proposal of a type beyond RFC 9420 needs the support of all who process it (PL-16; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'

const [rare, unknown] = [0xf1f1, 0xf2f2]
const custom = (proposalType: number) => ({ type: 'custom', proposalType, data: Uint8Array.of(1) }) as const

// The twins hold no such proposal: a gateway that knows none of them may well refuse them all.
export default refusedCommits({
  requirement: 'mls/proposal-types-supported',
  story: 'Alice commits a proposal of a type that nobody knows, and of one that all but Carol do; then nothing',
  supports: [{ proposals: [rare] }, { proposals: [rare] }],
  trials: ({ commit }) => [
    {
      name: 'known to nobody',
      wrong: () => commit({ proposals: [custom(unknown)] }),
      right: () => commit({ withPath: true }),
    },
    {
      name: 'unknown to one',
      wrong: () => commit({ proposals: [custom(rare)] }),
      right: () => commit({ withPath: true }),
    },
  ],
})
