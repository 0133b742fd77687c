// A member's message in the clear ends with a tag of the length of the hash; its value only members can check (FR-14).
import { memberFrames } from '../../harness/ingest/frames.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

export default refusedOn(memberFrames, {
  requirement: 'mls/membership-tag-shape',
  what: 'without a membership tag, and with one that is too short',
  flaws: { none: { kind: 'no-membership-tag' }, short: { kind: 'short-membership-tag' } },
})
