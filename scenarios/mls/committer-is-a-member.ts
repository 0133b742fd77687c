// Only members commit, and those who join by the commit (CB-09; RFC 9420 sections 12.1.8 and 12.4).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { forgeFromOutside } from '../../mls/forge.ts'
import { makeSignatureKey } from '../../mls/key-package.ts'
import { loadSuite } from '../../mls/suite.ts'

export default refusedCommits({
  requirement: 'mls/committer-is-a-member',
  story: "Somebody whom Alice's group lists as external sender commits; then Alice does",
  others: 1,
  async trials({ stage: { world }, story, session, commit, creator }) {
    const keys = world.random.branch('warden')
    const key = await makeSignatureKey(await loadSuite(world.cipherSuite, (length) => keys.bytes(length)))
    const warden = { signatureKey: key.publicKey, identity: new TextEncoder().encode('warden') }
    await story.commit(creator, {
      proposals: [{ type: 'group-context-extensions', extensions: [{ type: 'external-senders', senders: [warden] }] }],
    })
    const from = { key, sender: { external: 0 } }
    return [
      {
        name: 'external sender',
        wrong: async () => ({
          upload: { commitPacket: await forgeFromOutside(session().member, { type: 'commit' }, from) },
        }),
        right: () => commit({ withPath: true }),
      },
    ]
  },
})
