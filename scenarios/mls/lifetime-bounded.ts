// Some lifetime is too long for every application (LN-06; RFC 9420 section 7.2).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const endOfTime = 2n ** 64n - 1n

export default refusedOn(keyPackages, {
  requirement: 'mls/lifetime-bounded',
  what: 'that are valid from the beginning of time to its end',
  flaws: { forEver: { kind: 'lifetime', notBefore: 0n, notAfter: endOfTime } },
})
