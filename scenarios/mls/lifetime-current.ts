// A key package is for now: not expired, and valid already (LN-05, reading A-01).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'
import { seconds } from '../../simulator/clock.ts'

export default refusedOn(keyPackages, {
  requirement: 'mls/lifetime-current',
  what: 'that expired an hour ago, and that become valid in an hour',
  flaws({ world }) {
    const now = seconds(world.clock)
    return {
      expired: { kind: 'lifetime', notBefore: now - 7200n, notAfter: now - 3600n },
      notYetValid: { kind: 'lifetime', notBefore: now + 3600n, notAfter: now + 7200n },
    } as const
  },
})
