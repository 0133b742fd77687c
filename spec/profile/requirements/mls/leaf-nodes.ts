// Rows LN: leaf nodes, wherever they come in (RFC 9420 sections 7.2 and 7.3).
import type { Behaviour } from '../../../requirement.ts'

export const leafNodes: readonly Behaviour[] = []
