// What a target declares, counted: how many of the binding requirements behind each capability pass, and what is untested.
import type { Capability } from '../../spec/capability.ts'
import type { EditionId } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { requirementVerdicts } from '../report.ts'
import type { Report } from './model.ts'

/** Counted in requirements of level MUST and STEP that bind the gateway. */
export interface CapabilityScore {
  readonly edition: EditionId
  readonly capability: Capability
  readonly pass: number
  /** Those that a scenario looked at and that apply to the target. */
  readonly tested: number
  readonly untested: number
  /** Why, each reason once. */
  readonly reasons: readonly string[]
}

/** One score for each declared capability and edition that has such requirements; never a percentage. */
export function capabilityScores(report: Report): CapabilityScore[] {
  return report.editions.flatMap((edition) => {
    const verdicts = requirementVerdicts(report.results, edition)
    const untested = new Map(
      report.untested.filter((one) => one.edition === edition).map(({ requirement, why }) => [requirement, why]),
    )
    const binding = editions[edition].requirements.filter(isBinding)
    return report.target.capabilities.flatMap((capability) => {
      const own = binding.filter(({ needs }) => needs.includes(capability))
      const found = own.flatMap(({ id }) => verdicts.get(id) ?? []).filter((verdict) => verdict !== 'not-applicable')
      const reasons = own.flatMap(({ id }) => untested.get(id) ?? [])
      if (found.length + reasons.length === 0) return []
      const pass = found.filter((verdict) => verdict === 'pass').length
      const counts = { pass, tested: found.length, untested: reasons.length }
      return [{ edition, capability, ...counts, reasons: [...new Set(reasons)] }]
    })
  })
}

function isBinding({ level, binds }: Requirement): boolean {
  return (level === 'MUST' || level === 'STEP') && binds === 'gateway'
}

/** `12 of 14 tested MUSTs pass, 2 untested because …` */
export function scoreText({ pass, tested, untested, reasons }: CapabilityScore): string {
  const rest = untested === 0 ? '' : `, ${untested} untested because: ${reasons.join('; ')}`
  return `${pass} of ${tested} tested MUSTs pass${rest}`
}
