// Rows KP-B: key packages, on every route by which they come in (RFC 9420 sections 10 and 10.1).
import type { Behaviour } from '../../../requirement.ts'

export const keyPackages: readonly Behaviour[] = []
