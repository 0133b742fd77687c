// How a member says that it cannot go on: always an MlsRejection, whatever failed underneath.
import { MlsRejection, type MlsRejectionCode } from '../rejection.ts'

export function refuseCommit(section: string, message: string): MlsRejection {
  return refuseAs('invalid-commit', section, message)
}

export function refuseAs(code: MlsRejectionCode, section: string, message: string): MlsRejection {
  return new MlsRejection(code, { row: 'member', section: `9420 section ${section}` }, message)
}

/** Runs `step`; anything it throws that is no MlsRejection becomes one with this code. */
export async function refusing<Value>(
  code: MlsRejectionCode,
  section: string,
  step: () => Promise<Value>,
): Promise<Value> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof MlsRejection) throw error
    throw refuseAs(code, section, error instanceof Error ? error.message : String(error))
  }
}
