// From judgements to a verdict: what counts, what does not, and why (contracts: levels and verdicts).
import type { Capability } from '../spec/capability.ts'
import type { Edition } from '../spec/edition.ts'
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
  const binding = requirement.level === 'MUST' || requirement.level === 'STEP'
  return binding && requirement.binds === 'gateway' && requirement.needs.every((need) => capabilities.includes(need))
}

/** The outcome of a story that was told to its end. */
export function decide(requirement: Requirement, judge: Judgement, controls: Judgement): Outcome {
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
    return outcome('inconclusive', firstCause, { firstCause, mismatches: controls.findings.map(bare) })
  }
  const seen = judge.findings.filter((finding) => finding.kind !== 'no-answer')
  if (seen.length > 0) return outcome(broken, requirement.text, { mismatches: seen.map(bare) })
  const [nothing] = silent
  if (nothing) return outcome('inconclusive', nothing.actual, { firstCause: nothing.actual })
  return outcome('pass', 'observed, and as required')
}

/**
 * The outcome of a story that could not be told: inconclusive, unless what stood in the way is something that only the
 * profile asks for, then the requirement does not apply to this target.
 */
export function unreached(requirement: Requirement, cause: Unreachable, edition: Edition): Outcome {
  const name = cause.answer?.operation
  const status = cause.answer?.status
  const optional =
    name !== undefined &&
    name !== 'defineApplication' &&
    edition.operations[name].level !== 'MUST' &&
    edition.operations[name].level !== 'STEP' &&
    status !== undefined &&
    status !== 401 &&
    status !== 403 &&
    status < 500
  const firstCause = cause.message
  if (optional && (requirement.level === 'MUST' || requirement.level === 'STEP')) {
    return { verdict: 'not-applicable', summary: `needs ${name}: ${firstCause}`, mismatches: [], firstCause }
  }
  return { verdict: 'inconclusive', summary: firstCause, mismatches: [], firstCause }
}

function bare({ expected, actual, at }: Mismatch): Mismatch {
  return { expected, actual, at }
}
