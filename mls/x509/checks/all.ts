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

/** The checks without the one of that name: what a gateway that forgot it would do. Throws RangeError for an unknown name. */
export function withoutPathCheck(checks: readonly PathCheck[], name: string): readonly PathCheck[] {
  if (!checks.some((check) => check.name === name)) throw new RangeError(`no path check is called "${name}"`)
  return checks.filter((check) => check.name !== name)
}
