// Rows FR: framing of handshake messages (RFC 9420 section 6).
import type { Behaviour } from '../../../requirement.ts'

export const framing: readonly Behaviour[] = []
