// Rows GI: GroupInfo (RFC 9420 sections 8 and 12.4.3).
import type { Behaviour } from '../../../requirement.ts'

export const groupInfo: readonly Behaviour[] = []
