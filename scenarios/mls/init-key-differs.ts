// The init key is for one Welcome, the encryption key for the time in the group: they are two (KP-B4).
import { keyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(keyPackages, {
  requirement: 'mls/init-key-differs',
  what: 'whose init key is their encryption key',
  flaws: { sameKey: { kind: 'init-key-is-encryption-key' } },
})
