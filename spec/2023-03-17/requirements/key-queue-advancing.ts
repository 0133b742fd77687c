// What edition 2023-03-17 states of the area `key-queue-advancing`.
import type { Statements } from '../../requirement.ts'

export const keyQueueAdvancing: Statements = {
  'key-queue-advancing/same-until-advanced': {
    level: 'MUST',
    section: 'advancing-a-key-package-queue',
    fingerprint: 'sha256:00c3459a9c0c08b66d1bad78dfd7a9f5da6300a5b63e53d649abf22c00857258',
  },
  'key-queue-advancing/use-advances': {
    level: 'STEP',
    section: 'advancing-a-key-package-queue',
    fingerprint: 'sha256:8221508912bd51c08abbd371123047f0282416389513b4746978187335634428',
  },
  'key-queue-advancing/only-use-advances': {
    level: 'STEP',
    section: 'advancing-a-key-package-queue',
    fingerprint: 'sha256:16db885b7925e8b77f0fc3e0e1df19e9429aa38e3925731558b9fb46b2835092',
  },
  'key-queue-advancing/expired-skipped': {
    level: 'MUST',
    section: 'advancing-a-key-package-queue',
    fingerprint: 'sha256:dc5cc5f2788bee151780275847d36ec1936e7242b7164777fe70b0a8bd120627',
  },
  'key-queue-advancing/expiry-rule': {
    level: 'STEP',
    section: 'advancing-a-key-package-queue',
    fingerprint: 'sha256:ac4653f293cfe8dff82a3da1cb57632c74de2f099359852bf63b51c4afc589e0',
  },
  'key-queue-advancing/earlier-expiry': {
    level: 'MAY',
    section: 'advancing-a-key-package-queue',
    fingerprint: 'sha256:1537e229d13a24ef744d99dc0a440e7e60cb9a09358d0fa7d6448bbd7e4d86a1',
  },
  'key-queue-advancing/never-served-again': {
    level: 'STEP',
    section: 'managing-key-packages',
    fingerprint: 'sha256:b56203c871e885a9dc2c15eecdefd338877c125d850bb88bd5bd6700f3f71208',
  },
  'key-queue-advancing/no-reuse-in-commits': {
    level: 'PROFILE',
    section: 'group-creation',
    fingerprint: 'sha256:e40af1220edb777defd62f8df1183cd028c9e328c075defec8d2ea04f1990fd0',
  },
}
