// From judgements to a verdict: what counts, what does not, and why (contracts: levels and verdicts).
import type { Capability } from '../spec/capability.ts'
import type { Edition } from '../spec/edition.ts'
import type { ReadingId } from '../spec/reading.ts'
import type { Requirement } from '../spec/requirement.ts'
import { all, type Judgement } from './match/judgement.ts'
import type { Mismatch, Result, Verdict } from './result.ts'
import type { Unreachable } from './unreachable.ts'

/** The part of a result that follows from what was seen. */
export type Outcome = Pick<Result, 'verdict' | 'summary' | 'mismatches' | 'firstCause' | 'readBack' | 'underClaim'>

/** What breaking a requirement counts as. */
export function brokenVerdict(requirement: Requirement): Verdict {
  if (requirement.level === 'PROFILE') return 'deviation'
  if (requirement.level === 'SHOULD') return 'warn'
  return requirement.binds === 'gateway' ? 'fail' : 'deviation'
}

/** Whether leaving a requirement undecided leaves the target without a verdict. */
export function isDue(requirement: Requirement, capabilities: readonly Capability[]): boolean {
  return (
    binds(requirement) &&
    requirement.binds === 'gateway' &&
    requirement.needs.every((need) => capabilities.includes(need))
  )
}

/** What the judge of a story says, and the demands on its control twins. */
export interface Judgements {
  readonly judge: Judgement
  readonly controls: Judgement
  /** The reading that lets a gateway refuse the control twins. */
  readonly tolerates?: ReadingId | undefined
}

/** The outcome of a story that was told to its end. */
export function decide(requirement: Requirement, { judge, controls, tolerates }: Judgements): Outcome {
  const { readBack } = all(judge, controls)
  const outcome = (verdict: Verdict, summary: string, rest: Partial<Outcome> = {}): Outcome => ({
    verdict,
    summary,
    mismatches: [],
    ...(readBack && { readBack }),
    ...rest,
  })
  const tookEffect = judge.findings.filter((finding) => finding.kind === 'took-effect')
  const silent = [...judge.findings, ...controls.findings].filter((finding) => finding.kind === 'no-answer')
  const broken = brokenVerdict(requirement)
  if (tookEffect.length > 0) return outcome(broken, requirement.text, { mismatches: judge.findings.map(bare) })
  const [control] = controls.findings
  if (control) {
    const firstCause = `the control twin was not treated as valid: ${control.at}: expected ${control.expected}, was ${control.actual}`
    const told = { firstCause, mismatches: controls.findings.map(bare) }
    const allowed = tolerates !== undefined && control.kind !== 'no-answer' && binds(requirement)
    return allowed
      ? outcome('not-applicable', `needs what reading ${tolerates} leaves open: ${firstCause}`, told)
      : outcome('inconclusive', firstCause, told)
  }
  const seen = judge.findings.filter((finding) => finding.kind !== 'no-answer')
  if (seen.length > 0) return outcome(broken, requirement.text, { mismatches: seen.map(bare) })
  const [nothing] = silent
  if (nothing) return outcome('inconclusive', nothing.actual, { firstCause: nothing.actual })
  return outcome('pass', 'observed, and as required')
}

/**
 * The outcome of a story that could not be told: inconclusive, unless what stood in the way is something that only the
 * profile asks for, or a refusal that a tolerated reading allows; then the requirement does not apply to this target.
 */
export function unreached(requirement: Requirement, cause: Unreachable, edition: Edition): Outcome {
  const name = cause.answer?.operation
  const status = cause.answer?.status
  const optional =
    name !== undefined &&
    name !== 'defineApplication' &&
    edition.operations[name].level !== 'MUST' &&
    edition.operations[name].level !== 'STEP'
  const refused = status !== undefined && status !== 401 && status !== 403 && status < 500
  const firstCause = cause.message
  const needs = cause.tolerated === undefined ? name : `what reading ${cause.tolerated} leaves open`
  if (refused && (optional || cause.tolerated !== undefined) && binds(requirement)) {
    return { verdict: 'not-applicable', summary: `needs ${needs}: ${firstCause}`, mismatches: [], firstCause }
  }
  return { verdict: 'inconclusive', summary: firstCause, mismatches: [], firstCause }
}

function binds({ level }: Requirement): boolean {
  return level === 'MUST' || level === 'STEP'
}

function bare({ expected, actual, at }: Mismatch): Mismatch {
  return { expected, actual, at }
}
