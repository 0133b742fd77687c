// Who joins from outside brings an ExternalInit, a Remove and PSKs, and nothing else (XC-03; RFC 9420 sections 12.2 and 12.4.3.2).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'

export default refusedCommits({
  requirement: 'mls/kinds-from-outside',
  needs: ['external-commits'],
  story:
    'Bob joins from outside and adds Carol; Carol joins and sets new extensions; Dave joins and starts the group over',
  others: 0,
  async trials(room) {
    const { second, third, fourth } = room
    const [bob, carol, dave] = [outsider(room, second), outsider(room, third), outsider(room, fourth)]
    const { message: keyPackage } = await third.person.keyPackage()
    return [
      { name: 'addition', wrong: () => bob.forge({ kind: 'add', keyPackage }), right: () => bob.join() },
      {
        name: 'new extensions',
        wrong: () => carol.forge({ kind: 'also', proposals: [{ type: 'group-context-extensions', extensions: [] }] }),
        right: () => carol.join(),
      },
      {
        name: 'start over',
        wrong: () => dave.forge({ kind: 'also', proposals: [{ type: 're-init', groupId: Uint8Array.of(5) }] }),
        right: () => dave.join(),
      },
    ]
  },
})
