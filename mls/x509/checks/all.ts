// The checks of a certificate path, in the order they run: cheap and structural ones before signatures, names last.
import { extensionChecks } from './extension-checks.ts'
import { issuerChecks } from './issuer-checks.ts'
import { linkChecks } from './link-checks.ts'
import { nameConstraintChecks } from './name-constraint-checks.ts'
import type { PathCheck } from './path-check.ts'
import { policyChecks } from './policy-checks.ts'

export const allPathChecks: readonly PathCheck[] = [
  ...linkChecks,
  ...extensionChecks,
  ...issuerChecks,
  ...nameConstraintChecks,
  ...policyChecks,
]
