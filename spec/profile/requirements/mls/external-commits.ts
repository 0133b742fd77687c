// Rows XC: external commits (RFC 9420 section 12.4.3.2).
import type { Behaviour } from '../../../requirement.ts'

export const externalCommits: readonly Behaviour[] = []
