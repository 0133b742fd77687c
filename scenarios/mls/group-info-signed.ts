// The GroupInfo of a new group is signed by the member it names (GI-01; RFC 9420 sections 12.4.3 and 12.4.3.1).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default refusedCreations({
  requirement: 'mls/group-info-signed',
  story:
    'Alice creates groups whose GroupInfo has a spoilt signature, names a leaf that nobody has, or is signed by Mallory',
  flaws: {
    'spoilt signature': { kind: 'bad-signature' },
    'leaf of nobody': { kind: 'signer', leafIndex: 1 },
    'key of another': async ({ stage, session }) =>
      forgeGroup(session.member, { kind: 'signed-by', key: (await stage.mallory.keyPackage()).signatureKey }),
  },
})
