// Reading one client.
import type { Behaviour } from '../../requirement.ts'

export const clientRetrieval: readonly Behaviour[] = [
  {
    id: 'client-retrieval/left-open',
    rows: ['ID-25'],
    binds: 'gateway',
    needs: [],
    text: 'Reading and deleting a single client have a place in the draft but no content yet, so a gateway may lack both.',
    observable: 'none',
    why: 'Both sections say no more than that they are to be written: no answer to such a request could break them.',
    matters: 'An application cannot rely on these two: which gateways have them differs.',
  },
  {
    id: 'client-retrieval/same-as-discovery',
    rows: ['PX-02'],
    binds: 'gateway',
    needs: ['retrieve-client'],
    text: 'Reading one client gives the entry that discovery gives, as of now.',
    observable: 'wire',
  },
]
