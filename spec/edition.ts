// One edition of the draft: its operations on the wire and everything it asks.
import type { Operations } from './operation.ts'
import type { Requirement } from './requirement.ts'

export const editionIds = ['2023-03-08', '2023-03-17'] as const
export type EditionId = (typeof editionIds)[number]

export interface Edition {
  readonly id: EditionId
  readonly title: string
  readonly operations: Operations
  /** Sorted by area and slug; ids unique. */
  readonly requirements: readonly Requirement[]
}
