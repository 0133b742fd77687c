// Rows DS: duties of a delivery service (RFC 9750).
import type { Behaviour } from '../../../requirement.ts'

export const delivery: readonly Behaviour[] = []
