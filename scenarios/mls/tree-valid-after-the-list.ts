// The proposals of a commit lead to a valid tree (PL-18; RFC 9420 sections 7.3 and 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'

export default refusedCommits({
  requirement: 'mls/tree-valid-after-the-list',
  story: 'Alice adds Carol and Dave, who have the same signature key; then each with their own',
  needs: ['basic'],
  others: 1,
  async trials({ commit, third, fourth }) {
    const [carols, daves] = [await third.person.keyPackage(), await fourth.person.keyPackage()]
    const shared = await forgeKeyPackage(daves, { kind: 'signature-key', key: carols.signatureKey })
    const adding = (keyPackage: Uint8Array) =>
      commit({ proposals: [carols.message, keyPackage].map((added) => ({ type: 'add', keyPackage: added })) })
    return [{ name: 'one key for two', wrong: () => adding(shared), right: () => adding(daves.message) }]
  },
})
