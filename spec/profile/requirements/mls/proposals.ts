// Rows PL: proposals and lists of them (RFC 9420 sections 12.1 and 12.2).
import type { Behaviour } from '../../../requirement.ts'

export const proposals: readonly Behaviour[] = []
