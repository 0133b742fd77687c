// A leaf says how it came about, and comes in only there (LN-08).
import { addedKeyPackages, storedKeyPackages } from '../../harness/ingest/key-packages.ts'
import { placedLeaves } from '../../harness/ingest/leaves.ts'
import { refusedOn } from '../../harness/ingest/route.ts'
import type { Stage } from '../../harness/probe/stage.ts'
import { seconds } from '../../simulator/clock.ts'

const requirement = 'mls/leaf-source'
const { update, ...paths } = placedLeaves

// The leaf with which a group begins may be of any source.
export default {
  ...refusedOn(
    { ...storedKeyPackages, ...addedKeyPackages },
    {
      requirement,
      what: 'with leaves of an Update, and of a commit',
      flaws: {
        fromUpdate: { kind: 'leaf-source', source: 'update' },
        fromCommit: { kind: 'leaf-source', source: 'commit' },
      },
    },
  ),
  ...refusedOn(
    { update },
    {
      requirement,
      what: 'of a key package, and of a commit',
      flaws: (stage) => ({ ...fromKeyPackage(stage), fromCommit: { kind: 'leaf-source', source: 'commit' } as const }),
    },
  ),
  ...refusedOn(paths, {
    requirement,
    what: 'of a key package, and of an Update,',
    flaws: (stage) => ({ ...fromKeyPackage(stage), fromUpdate: { kind: 'leaf-source', source: 'update' } as const }),
  }),
}

/** In all but its source it could be one: its lifetime includes the present. */
function fromKeyPackage({ world }: Stage) {
  const now = seconds(world.clock)
  return { fromKeyPackage: { kind: 'lifetime', notBefore: now - 3600n, notAfter: now + 86_400n } } as const
}
