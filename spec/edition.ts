// One edition of the draft: its operations on the wire and everything it asks.
import type { EditionId } from './edition-id.ts'
import type { NotRequired } from './not-required.ts'
import type { Operations } from './operation.ts'
import type { Requirement } from './requirement.ts'

export { type EditionId, editionIds } from './edition-id.ts'

export interface Edition {
  readonly id: EditionId
  readonly title: string
  readonly operations: Operations
  /** Sorted by area and slug; ids unique. */
  readonly requirements: readonly Requirement[]
  readonly notRequired: NotRequired
}
