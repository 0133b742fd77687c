// Registering clients.
import type { Behaviour } from '../../requirement.ts'

export const clientRegistration: readonly Behaviour[] = [
  {
    id: 'client-registration/handle-unique',
    rows: ['ID-04'],
    binds: 'gateway',
    needs: [],
    text: 'Two clients of an application never hold the same handle.',
    observable: 'wire',
    readings: ['A-06'],
  },
]
