// Rows RT: ratchet trees (RFC 9420 sections 7 and 12.4.3.3).
import type { Behaviour } from '../../../requirement.ts'

export const ratchetTree: readonly Behaviour[] = []
