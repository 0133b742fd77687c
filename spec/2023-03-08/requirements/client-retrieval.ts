// What edition 2023-03-08 states of the area `client-retrieval`.
import type { Statements } from '../../requirement.ts'

export const clientRetrieval: Statements = {
  'client-retrieval/left-open': {
    level: 'STEP',
    section: 'identity-retrieval',
    fingerprint: 'sha256:337e547a950fc8a98592f10d964c1e79a304961790a8da0ce449a1f000cefabb',
  },
}
