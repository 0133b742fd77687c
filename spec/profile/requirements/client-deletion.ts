// Deleting a client.
import type { Behaviour } from '../../requirement.ts'

export const clientDeletion: readonly Behaviour[] = [
  {
    id: 'client-deletion/nothing-remains',
    rows: ['PX-03'],
    binds: 'gateway',
    needs: ['delete-client'],
    text: 'A deleted client is found no more, and its key packages and join information are gone.',
    observable: 'wire',
  },
  {
    id: 'client-deletion/id-never-reused',
    rows: ['PX-03'],
    binds: 'gateway',
    needs: ['delete-client'],
    text: 'The id of a deleted client is never given to another.',
    observable: 'wire',
  },
]
