// Rows PL: proposals and lists of them (RFC 9420 sections 12.1 and 12.2).
import type { Behaviour } from '../../../requirement.ts'

export const proposals: readonly Behaviour[] = [
  {
    id: 'mls/removal-of-a-member',
    rows: ['PL-03'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A Remove of a leaf where nobody is, blank or beyond the tree, is refused.',
    observable: 'wire',
    source: 'RFC 9420 section 12.1.3',
  },
  {
    id: 'mls/no-own-removal',
    rows: ['PL-10'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit by which its own sender is removed is refused.',
    observable: 'wire',
    source: 'RFC 9420 section 12.2',
  },
  {
    id: 'mls/one-change-per-leaf',
    rows: ['PL-11'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit that updates or removes one leaf more than once is refused.',
    observable: 'wire',
    source: 'RFC 9420 section 12.2',
  },
]
