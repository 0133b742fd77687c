// Checks of name constraints: what each CA permits and excludes for the names below it (RFC 5280 sections 4.2.1.10, 6.1.3, 6.1.4).
import type { Complaint } from '../../checks/check.ts'
import type { Certificate } from '../certificate.ts'
import type { NameConstraints } from '../encoding/extensions.ts'
import type { GeneralName } from '../encoding/general-name.ts'
import { placeName } from '../name-subtree.ts'
import { firstComplaint, isSelfIssued, type PathCheck, type PathContext } from './path-check.ts'

/** Most comparisons of a name with a subtree that one certificate may cost. */
const costLimit = 65_536

export const nameConstraintChecks: readonly PathCheck[] = [
  {
    row: 'X5-02',
    section: '5280 section 4.2.1.10',
    name: 'bounds of name constraints',
    run: ({ path }) =>
      firstComplaint(path.slice(1), ({ nameConstraints }) =>
        subtreesOf(nameConstraints).some(({ bounded }) => bounded)
          ? 'expected subtrees without minimum and maximum; found one with'
          : undefined,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 4.2.1.10',
    name: 'cost of name constraints',
    run: (context) =>
      complaintUnderConstraints(context, (names, constraints) =>
        names.length * subtreesOf(constraints).length > costLimit
          ? `expected at most ${costLimit} names times subtrees; found more`
          : undefined,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.3 (b)',
    name: 'permitted names',
    run: (context) =>
      complaintUnderConstraints(context, (names, { permitted }) => {
        const stray = names.find((name) => {
          const placings = permitted
            .filter(({ base }) => base.form === name.form)
            .map(({ base }) => placeName(name, base))
          return placings.length > 0 && (placings.includes('unjudged') || !placings.includes('inside'))
        })
        return stray === undefined ? undefined : `expected a ${spell(stray)} that its issuers permit; found another`
      }),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.3 (c)',
    name: 'excluded names',
    run: (context) =>
      complaintUnderConstraints(context, (names, { excluded }) => {
        const stray = names.find((name) => excluded.some(({ base }) => placeName(name, base) !== 'outside'))
        return stray === undefined ? undefined : `expected no ${spell(stray)} that its issuers exclude; found one`
      }),
  },
]

/** Judges the names of every certificate by the constraints of each CA above; self-issued ones on the way are exempt. */
function complaintUnderConstraints(
  { path }: PathContext,
  judge: (names: readonly GeneralName[], constraints: NameConstraints) => Complaint,
): Complaint {
  return firstComplaint(path, (certificate, at) => {
    if (at > 0 && isSelfIssued(certificate)) return undefined
    const names = constrainedNames(certificate)
    for (const { nameConstraints } of path.slice(at + 1)) {
      const complaint = nameConstraints === undefined ? undefined : judge(names, nameConstraints)
      if (complaint !== undefined) return complaint
    }
    return undefined
  })
}

/** The subject, all alternative names, and without these the mail addresses in the subject. */
function constrainedNames({ subject, alternativeNames }: Certificate): readonly GeneralName[] {
  const names: GeneralName[] = [...(alternativeNames ?? [])]
  if (subject.parts.length > 0) names.push({ form: 'directoryName', name: subject })
  // An address that is no text cannot be placed; no constraint can then be said to hold.
  const addresses = alternativeNames === undefined ? subject.emailAddresses : []
  return [...names, ...addresses.map((text = '') => ({ form: 'rfc822Name', text }) as const)]
}

function subtreesOf(constraints: NameConstraints | undefined): NameConstraints['permitted'] {
  return constraints === undefined ? [] : [...constraints.permitted, ...constraints.excluded]
}

function spell(name: GeneralName): string {
  return 'text' in name ? `${name.form} (${JSON.stringify(name.text.slice(0, 80))})` : name.form
}
