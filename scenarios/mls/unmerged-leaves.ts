// Who was added without a path is unmerged in the parents above until a path replaces them (RT-05; RFC 9420 sections 4.1.2, 7.1 and 7.5).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'

const path = { withPath: true } as const

// Five leaves: what is above the first four is a parent of its own, in which Dave is unmerged.
export default refusedCommits({
  requirement: 'mls/unmerged-leaves',
  needs: ['basic'],
  story:
    'Dave is removed and added again; the path of Mallory leaves him out, or is sealed to one too many once he is merged',
  others: 3,
  async trials({ stage: { mallory, register }, story, commit, forge, creator, fourth, leafOf }) {
    const fifth = await register(mallory)
    await story.add(creator, [fifth])
    await story.commit(creator, { proposals: [{ type: 'remove', leafIndex: leafOf(fourth) }] })
    await story.add(creator, [fourth])
    return [
      {
        name: 'left out',
        wrong: () => forge({ kind: 'path-ciphertext-missing' }, path, fifth),
        right: () => commit(path, fifth),
      },
      {
        name: 'merged since',
        async wrong() {
          await story.commit(creator, path)
          return forge({ kind: 'path-ciphertext-surplus' }, path, fifth)
        },
        right: () => commit(path, fifth),
      },
    ]
  },
})
