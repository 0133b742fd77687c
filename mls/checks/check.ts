// A check as data: one rule of RFC 9420, named by its row, that can be taken out or replaced without touching the others.
import { MlsError } from 'ts-mls/mlsError.js'
import { MlsRejection, type MlsRejectionCode } from '../rejection.ts'

/** What is wrong, in words ("expected …; found …"); undefined when nothing is. */
export type Complaint = string | undefined

export interface Check<Context> {
  /** Row of the project's table of MLS checks, e.g. 'FR-07'. */
  readonly row: string
  /** E.g. '9420 section 12.4.2'. */
  readonly section: string
  readonly name: string
  /** Code of its rejection where it differs from that of the object under judgement. */
  readonly code?: MlsRejectionCode
  /** Returns the complaint (or throws an MlsRejection). It judges its own matter only and lets pass what others judge. */
  run(context: Context): Complaint | Promise<Complaint>
}

/** The checks without the one of that name: what a gateway that forgot it would do. Throws RangeError for an unknown name. */
export function withoutNamed<C extends { readonly name: string }>(checks: readonly C[], name: string): readonly C[] {
  if (!checks.some((check) => check.name === name)) throw new RangeError(`no check is called "${name}"`)
  return checks.filter((check) => check.name !== name)
}

/** Runs the checks in order; throws an MlsRejection with the row of the first that complains. */
export async function runChecks<Context extends { readonly code: MlsRejectionCode }>(
  checks: readonly Check<Context>[],
  context: Context,
): Promise<void> {
  for (const check of checks) {
    // Most checks answer at once, and waiting for each would cost more than they do.
    const answer = complaintOf(check, context)
    const complaint = answer instanceof Promise ? await answer : answer
    if (complaint !== undefined)
      throw new MlsRejection(check.code ?? context.code, check, `${check.name}: ${complaint}`)
  }
}

function complaintOf<Context>(check: Check<Context>, context: Context): Complaint | Promise<Complaint> {
  try {
    const answer = check.run(context)
    return answer instanceof Promise ? answer.catch(complaintIn) : answer
  } catch (error) {
    return complaintIn(error)
  }
}

/** ts-mls gives up on some input instead of judging it; whatever it throws is about that input. */
function complaintIn(error: unknown): Complaint {
  if (error instanceof MlsError) return error.message
  throw error
}
