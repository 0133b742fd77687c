// Mutants that no check can see or may complain of: each was looked at, and stands with its reason in set-aside/.
import type { BlindMutant } from './instrument.ts'
import { allowed } from './set-aside/allowed.ts'
import { unseeableInMls } from './set-aside/mls.ts'
import { unseeableInReference } from './set-aside/reference.ts'

export const equivalents = [...unseeableInMls, ...unseeableInReference, ...allowed]

export function isEquivalent({ file, source, original, replacement }: BlindMutant): boolean {
  return equivalents.some(
    (one) =>
      one.file === file &&
      source.startsWith(one.source) &&
      one.original === original &&
      one.replacements.includes(replacement.replace(/\s+/g, ' ')),
  )
}
