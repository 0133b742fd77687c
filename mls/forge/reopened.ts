// A member who does not know that a ReInit has closed the group (RFC 9420 section 11.2), for what it must not send any more.
import type { Member } from '../client/member.ts'

export function reopened(member: Member): Member {
  return { ...member, state: { ...member.state, groupActiveState: { kind: 'active' } } }
}
