// Checks of certificate policies, with any policy acceptable and none required at the start (RFC 5280 sections 6.1.1, 6.1.4, 6.1.5).
import { extensionIds } from '../encoding/extensions.ts'
import { isCritical } from './extension-checks.ts'
import { firstComplaint, isSelfIssued, type PathCheck, type PathContext } from './path-check.ts'

const anyPolicy = '2.5.29.32.0'
/** Pointer to a practice statement, and user notice: they ask nothing of a validator (section 4.2.1.4). */
const knownQualifiers = new Set(['1.3.6.1.5.5.7.2.1', '1.3.6.1.5.5.7.2.2'])

export const policyChecks: readonly PathCheck[] = [
  {
    row: 'X5-02',
    section: '5280 section 4.2.1.4',
    name: 'critical policy qualifiers',
    run: ({ path }) =>
      firstComplaint(path, (certificate) => {
        if (!isCritical(certificate, extensionIds.certificatePolicies)) return undefined
        const unknown = certificate.policies
          ?.flatMap(({ qualifiers }) => qualifiers)
          .find((id) => !knownQualifiers.has(id))
        return unknown === undefined ? undefined : `expected known qualifiers of critical policies; found ${unknown}`
      }),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.4 (a)',
    name: 'policy mappings',
    run: ({ path }) =>
      firstComplaint(path, ({ policyMappings = [] }) =>
        policyMappings.flat().includes(anyPolicy) ? 'expected no mapping from or to anyPolicy; found one' : undefined,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.5 (g)',
    name: 'explicit policy',
    // No policy is ever agreed on here, so a path that has to have one cannot be accepted: the policy tree is not built.
    run: (context) =>
      explicitPolicyDue(context)
        ? 'expected no certificate that requires an explicit policy; policies are not evaluated'
        : undefined,
  },
]

/** Follows explicit_policy of section 6.1 from the anchor to the leaf: whether it has come down to 0 at any certificate. */
function explicitPolicyDue({ path }: PathContext): boolean {
  let allowance = Number.POSITIVE_INFINITY
  for (const [place, certificate] of path.toReversed().entries()) {
    const isLeaf = place === path.length - 1
    if (isLeaf || !isSelfIssued(certificate)) allowance = Math.max(0, allowance - 1)
    const required = certificate.policyConstraints?.requireExplicitPolicy
    if (required !== undefined && (!isLeaf || required === 0)) allowance = Math.min(allowance, required)
    if (isLeaf && allowance === 0) return true
  }
  return false
}
