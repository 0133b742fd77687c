// What a check of a certificate path sees, and how the checks are run: data that can be listed, replaced and left out.
import type { Check, Complaint } from '../../checks/check.ts'
import { MlsRejection } from '../../rejection.ts'
import type { Certificate } from '../certificate.ts'
import { sameName } from '../encoding/distinguished-name.ts'

export interface PathContext {
  /** The certificates as presented, leaf first. */
  readonly presented: readonly Certificate[]
  /** The trust anchor at the end of the path; absent where no anchor is or issued the last presented certificate. */
  readonly anchor?: Certificate
  /** The presented certificates, and the anchor behind them where it was left out: every one issues the one before. */
  readonly path: readonly Certificate[]
  /** The time to judge by, in Unix seconds. */
  readonly at: bigint
}

/** A rule of RFC 5280 on whole paths; its name tells it from the others of its row. */
export interface PathCheck extends Check<PathContext> {
  run(context: PathContext): Complaint
}

/** Runs the checks in order; throws MlsRejection('invalid-key-package') with row and section of the first that complains. */
export function runPathChecks(checks: readonly PathCheck[], context: PathContext): void {
  for (const check of checks) {
    const complaint = check.run(context)
    if (complaint !== undefined)
      throw new MlsRejection(check.code ?? 'invalid-key-package', check, `${check.name}: ${complaint}`)
  }
}

/** The first complaint `judge` has of any of the certificates; says which one by its place, 0 being the leaf. */
export function firstComplaint(
  certificates: readonly Certificate[],
  judge: (certificate: Certificate, at: number) => Complaint,
): Complaint {
  for (const [at, certificate] of certificates.entries()) {
    const complaint = judge(certificate, at)
    if (complaint !== undefined) return `certificate ${at}: ${complaint}`
  }
  return undefined
}

/** Whether subject and issuer are one name, as in a CA's change of keys (RFC 5280 section 3.2). */
export function isSelfIssued(certificate: Certificate): boolean {
  return sameName(certificate.subject, certificate.issuer)
}
