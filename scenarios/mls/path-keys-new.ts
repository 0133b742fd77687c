// The keys of a path are new to the tree (CB-06; RFC 9420 section 12.4.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { encryptionKeyOfNode } from '../../mls/member.ts'

const path = { withPath: true } as const

export default refusedCommits({
  requirement: 'mls/path-keys-new',
  story:
    'The path of Alice has the key of another member, leaves the root the key that it has, or gives it that of her leaf',
  async trials({ story, session, commit, forge, creator }) {
    await story.commit(creator, path)
    return [
      { name: 'key of another', wrong: () => forge({ kind: 'path-key-of-tree' }, path), right: () => commit(path) },
      { name: 'key kept', wrong: () => forge({ kind: 'path-key-kept' }, path), right: () => commit(path) },
      {
        name: 'key of her leaf',
        wrong: () => forge({ kind: 'path-node-key', key: encryptionKeyOfNode(session().member, 0) }, path),
        right: () => commit(path),
      },
    ]
  },
})
