// What edition 2023-03-17 states on key queues.
import type { Statements } from '../../requirement.ts'

export const keyQueue: Statements = {
  'key-queue/unique-attributes': { level: 'MUST', section: 'key-queue-creation' },
}
