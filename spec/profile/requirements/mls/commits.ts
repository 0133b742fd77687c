// Rows CB: commits (RFC 9420 sections 7.6 and 12.4).
import type { Behaviour } from '../../../requirement.ts'

export const commits: readonly Behaviour[] = []
