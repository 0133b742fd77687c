// What an MLS object that is refused means to the caller: one table from mls/ to this gateway's refusals.
import { MlsRejection, type MlsRejectionCode } from '../../mls/rejection.ts'
import { Refusal, type RefusalCode, type RefusalExtra } from '../refusal.ts'

/** What an object that cannot even be read is refused as depends on what was to be read. */
type Subject = Extract<RefusalCode, `invalid-${string}`>

const codes: Readonly<Record<Exclude<MlsRejectionCode, 'malformed'>, RefusalCode>> = {
  'unsupported-message': 'unsupported-message',
  'unsupported-suite': 'unsupported-message',
  'group-mismatch': 'group-mismatch',
  'wrong-epoch': 'wrong-epoch',
  'invalid-key-package': 'invalid-key-package',
  'invalid-group-info': 'invalid-group-info',
  'invalid-proposal': 'invalid-proposal',
  'invalid-commit': 'invalid-commit',
  'invalid-welcome': 'invalid-welcome',
}

/** Does `work` on MLS objects; a rejection comes out as a Refusal that names the row and section behind it. */
export async function judging<T>(
  subject: Subject,
  work: () => T | Promise<T>,
  currentEpoch?: bigint,
): Promise<Awaited<T>> {
  try {
    return await work()
  } catch (reason) {
    if (!(reason instanceof MlsRejection)) throw reason
    const code = reason.code === 'malformed' ? subject : codes[reason.code]
    throw new Refusal(code, `${reason.message} (${reason.row}, RFC ${reason.section})`, epochOf(code, currentEpoch))
  }
}

function epochOf(code: RefusalCode, currentEpoch: bigint | undefined): RefusalExtra {
  if (code !== 'wrong-epoch' || currentEpoch === undefined) return {}
  return { members: { currentEpoch: Number(currentEpoch) } }
}
