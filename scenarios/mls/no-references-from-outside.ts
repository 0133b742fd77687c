// Who joins from outside refers to no proposal, not even one that anybody may commit (XC-04; RFC 9420 section 12.4.3.2).

import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { outsider } from '../../harness/ingest/room.ts'
import { seenReferences } from '../../mls/member.ts'

export default refusedCommits({
  requirement: 'mls/no-references-from-outside',
  needs: ['external-commits'],
  story: 'Bob proposes a PSK; Carol joins from outside and refers to it, then she joins without',
  others: 1,
  async trials(room) {
    const { story, session, second, third } = room
    await story.propose(second, { type: 'external-psk', pskId: Uint8Array.of(7) })
    const reference = seenReferences(session().member)[0] ?? new Uint8Array()
    const { forge, join } = outsider(room, third)
    return [{ name: 'reference', wrong: () => forge({ kind: 'reference', reference }), right: () => join() }]
  },
})
