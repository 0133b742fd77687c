// Each leaf of a tree that is handed over is a valid one (RT-03; RFC 9420 sections 7.3 and 12.4.3.1).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'
import { forgeGroup } from '../../mls/forge.ts'

export default refusedCreations({
  requirement: 'mls/leaves-of-the-tree',
  story: 'Alice creates groups with a leaf whose signature is spoilt, or that Mallory has signed',
  flaws: {
    'spoilt signature': { kind: 'bad-leaf-signature' },
    'signed by another': async ({ stage, session }) =>
      forgeGroup(session.member, {
        kind: 'own-leaf',
        leaf: { kind: 'leaf-signed-by', key: (await stage.mallory.keyPackage()).signatureKey },
      }),
  },
})
