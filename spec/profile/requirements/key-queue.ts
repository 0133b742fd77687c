// Key queues: creating and filling them.
import type { Behaviour } from '../../requirement.ts'

export const keyQueue: readonly Behaviour[] = [
  {
    id: 'key-queue/unique-attributes',
    rows: ['KQ-04'],
    binds: 'gateway',
    needs: ['key-queues'],
    text: 'A client never has two key queues of the same protocol version, cipher suite and label.',
    observable: 'wire',
    readings: ['A-07'],
  },
]
