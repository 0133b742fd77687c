// Rows GI: GroupInfo (RFC 9420 sections 8 and 12.4.3).
import type { Behaviour } from '../../../requirement.ts'

export const groupInfo: readonly Behaviour[] = [
  {
    id: 'mls/group-info-signed',
    rows: ['GI-01'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'The GroupInfo of a new group is signed by the member at the leaf that it names as signer.',
    observable: 'wire',
    source: 'RFC 9420 section 12.4.3.1',
  },
]
