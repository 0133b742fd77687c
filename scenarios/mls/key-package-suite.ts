// A key package is for the version and the suite that it is to be used with (KP-B1).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(keyPackages, {
  requirement: 'mls/key-package-suite',
  what: 'of another suite, and of another version',
  // The client supports both suites, whose keys look alike: nothing but the suite of the package is wrong.
  setting: { marks: [{ kind: 'capabilities-with', suites: [3] }] },
  flaws: ({ world }) =>
    ({
      otherSuite: { kind: 'suite', cipherSuite: world.cipherSuite === 3 ? 1 : 3 },
      otherVersion: { kind: 'package-version', version: 2 },
    }) as const,
})
