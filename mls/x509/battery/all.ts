// The whole battery of certificate chains.
import { constrainedChains } from './constraints.ts'
import { badIssuers } from './issuers.ts'
import { brokenLinks } from './links.ts'
import type { Recipe } from './recipe.ts'
import { badSignatures } from './signatures.ts'
import { unreadableChains } from './unreadable.ts'
import { validChains } from './valid.ts'

export const battery: readonly Recipe[] = [
  ...validChains,
  ...brokenLinks,
  ...badSignatures,
  ...badIssuers,
  ...constrainedChains,
  ...unreadableChains,
]
