// A leaf is signed by its own key, for the very place it is put to (LN-02).
import { leaves, placedLeaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/leaf-signature'

export default {
  ...refusedOn(leaves, {
    requirement,
    what: 'with a spoilt signature, and with one by another key',
    flaws: async ({ mallory }) => ({
      spoiltSignature: { kind: 'bad-leaf-signature' },
      otherKey: { kind: 'leaf-signed-by', key: (await mallory.keyPackage()).signatureKey },
    }),
  }),
  ...Object.fromEntries(
    Object.entries(
      refusedOn(placedLeaves, {
        requirement,
        what: 'that are signed for another place and for another group',
        flaws: {
          otherPlace: { kind: 'leaf-signed-for', leafIndex: 7 },
          otherGroup: { kind: 'leaf-signed-for', groupId: Uint8Array.of(9) },
        },
      }),
    ).map(([route, scenario]) => [`${route}-place`, scenario]),
  ),
}
