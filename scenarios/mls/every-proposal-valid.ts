// Each proposal of a commit is valid by itself (PL-08; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'

const remove = (leafIndex: number) => ({ type: 'remove', leafIndex }) as const

export default refusedCommits({
  requirement: 'mls/every-proposal-valid',
  story: 'Alice commits two removals, the second of them of nobody; then two with the first of nobody',
  others: 3,
  trials({ commit, leafOf, second, third }) {
    const [bob, carol] = [remove(leafOf(second)), remove(leafOf(third))]
    return [
      {
        name: 'second of two',
        wrong: () => commit({ proposals: [bob, remove(1000)] }),
        right: () => commit({ proposals: [bob] }),
      },
      {
        name: 'first of two',
        wrong: () => commit({ proposals: [remove(1000), carol] }),
        right: () => commit({ proposals: [carol] }),
      },
    ]
  },
})
