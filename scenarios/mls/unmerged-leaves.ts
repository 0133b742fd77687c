// Who was added without a path is unmerged in the parents above (RT-05; RFC 9420 sections 4.1.2, 7.1 and 7.5).
import { refusedCommits } from '../../harness/probe/ingest/routes.ts'

// The members' own MLS states say to whom a path is sealed: a gateway that forgets an unmerged leaf counts otherwise.
export default refusedCommits({
  requirement: 'mls/unmerged-leaves',
  story:
    'Alice commits with a path and adds Dave without one; the next path is not sealed to all whom it should reach, then it is',
  async trials({ story, commit, forge, creator, fourth }) {
    await story.commit(creator, { withPath: true })
    await story.add(creator, [fourth])
    return [
      {
        name: 'left out',
        wrong: () => forge({ kind: 'path-ciphertext-missing' }),
        right: () => commit({ withPath: true }, creator),
      },
      {
        name: 'merged since',
        wrong: () => forge({ kind: 'path-ciphertext-surplus' }),
        right: () => commit({ withPath: true }, creator),
      },
    ]
  },
})
