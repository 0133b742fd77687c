// An extension occurs once (LN-14).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { leaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/extensions-not-repeated'
const { creation, update, path, 'external-commit': externalCommit } = leaves

export default {
  ...refusedOn(keyPackages, {
    requirement,
    what: 'that have one extension twice, and whose leaf does',
    flaws: { inPackage: { kind: 'repeated-extension' }, inLeaf: { kind: 'repeated-leaf-extension' } },
  }),
  ...refusedOn(
    { creation, update, path, 'external-commit': externalCommit },
    { requirement, what: 'that have one extension twice', flaws: { inLeaf: { kind: 'repeated-leaf-extension' } } },
  ),
}
