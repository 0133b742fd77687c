// The encryption key of a parent is found in no other node (RT-06; RFC 9420 section 12.4.3.1).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'
import { encryptionKeyOfNode } from '../../mls/member.ts'

const aboveCarolAndDave = 5

export default refusedCommits({
  requirement: 'mls/parent-keys-unique',
  needs: ['basic'],
  story: 'Mallory, whom Alice adds, has the encryption key of the parent of Carol and Dave; then one of her own',
  others: 3,
  async trials({ stage: { mallory, register }, story, session, commit, third }) {
    await register(mallory)
    await story.commit(third, { withPath: true })
    const own = await mallory.keyPackage()
    const taken = await forgeKeyPackage(own, {
      kind: 'encryption-key',
      key: encryptionKeyOfNode(session().member, aboveCarolAndDave),
    })
    const adding = (keyPackage: Uint8Array) => commit({ proposals: [{ type: 'add', keyPackage }] })
    return [{ name: 'key of a parent', wrong: () => adding(taken), right: () => adding(own.message) }]
  },
})
