// Which edition a text is closest to, for the commands of `spec` that were not told one.
import { likeness } from '../../../draft/coverage.ts'
import type { Draft } from '../../../draft/model.ts'
import { type EditionId, editionIds } from '../../../spec/edition.ts'
import { editions } from '../../../spec/editions.ts'

/** The edition of which the text has most sentences; of those alike, the latest. */
export function closestEdition(draft: Draft): EditionId {
  return editionIds.reduce((best, id) => (likeness(draft, editions[id]) >= likeness(draft, editions[best]) ? id : best))
}
