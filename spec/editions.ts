// Every edition by its id: the one place to ask for one.
import { edition as baseline } from './2023-03-08/edition.ts'
import { edition as lastPublic } from './2023-03-17/edition.ts'
import type { Edition, EditionId } from './edition.ts'

export const editions: Readonly<Record<EditionId, Edition>> = {
  '2023-03-08': baseline,
  '2023-03-17': lastPublic,
}
