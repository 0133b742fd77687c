// What a judge says: demands that were met or not, as data; never an exception.
import type { Mismatch } from '../result.ts'

/**
 * `took-effect`: something that had to be refused was done. `no-answer`: nothing came back, so nothing is known.
 * `differs`: an answer that came is not as it must be. `compared`: a value is not, which may come from several answers.
 */
export type FindingKind = 'took-effect' | 'no-answer' | 'differs' | 'compared'

export interface Finding extends Mismatch {
  readonly kind: FindingKind
}

export interface Judgement {
  readonly findings: readonly Finding[]
  /** How many demands were made; a judgement without any proves nothing. */
  readonly demands: number
  /** How many of them demanded a refusal; those need control twins. */
  readonly refusals: number
  /** What reading the state back after a refusal showed. */
  readonly readBack?: 'unchanged' | 'changed' | 'unavailable'
}

/** A demand that is met. */
export const met: Judgement = { findings: [], demands: 1, refusals: 0 }

/** A demand that is not met. */
export function unmet(finding: Omit<Finding, 'kind'> & { kind?: FindingKind }): Judgement {
  return { findings: [{ kind: 'compared', ...finding }], demands: 1, refusals: 0 }
}

/** The same in a story in which an answer never came: what was compared is not held against the gateway then. */
export function besideSilence({ findings, ...rest }: Judgement, noAnswer: string): Judgement {
  const actual = `no answer: ${noAnswer}`
  return {
    ...rest,
    findings: findings.map((one) => (one.kind === 'compared' ? { ...one, kind: 'no-answer', actual } : one)),
  }
}

/** Every one of these demands. */
export function all(...judgements: readonly Judgement[]): Judgement {
  const readBacks = judgements.flatMap((judgement) => judgement.readBack ?? [])
  const readBack = (['changed', 'unavailable', 'unchanged'] as const).find((state) => readBacks.includes(state))
  return {
    findings: judgements.flatMap((judgement) => judgement.findings),
    demands: judgements.reduce((sum, judgement) => sum + judgement.demands, 0),
    refusals: judgements.reduce((sum, judgement) => sum + judgement.refusals, 0),
    ...(readBack && { readBack }),
  }
}
