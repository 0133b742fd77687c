// A scenario: one requirement, one story. The probe talks, the judge is a pure function of what was seen.
import type { Answer } from '../simulator/answer.ts'
import type { Capability } from '../spec/capability.ts'
import type { EditionId } from '../spec/edition.ts'
import type { ReadingId } from '../spec/reading.ts'
import type { RequirementId } from '../spec/requirement.ts'
import type { Judgement } from './match/judgement.ts'
import type { Stage } from './probe/stage.ts'
import type { WorldPlan } from './world-plan.ts'

/** A value that a report can store as JSON: a count, a tree hash, what a client read. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact }

/** Everything a probe hands to its judge, by name. */
export type Evidence = { readonly [name: string]: Answer | readonly Answer[] | Fact }

export interface Scenario<E extends Evidence = Evidence> {
  readonly requirement: RequirementId
  /** One sentence: who does what. */
  readonly story: string
  readonly world: WorldPlan
  /** Capabilities that this story needs beyond the requirement's own. */
  readonly needs?: readonly Capability[]
  /** Editions the story applies to, where it is not all that have the requirement. */
  readonly editions?: readonly EditionId[]
  /** The story is told in the cipher suites that a target declares beside its first, and has nothing to say where there are none. */
  readonly otherSuites?: true
  /** The story is about who may do what, which nobody can ask where callers carry no credentials. */
  readonly credentials?: true
  /** The reading that lets a gateway refuse the control twins of this story; the story does not apply to one that does. */
  readonly tolerates?: ReadingId
  /** The story lets time pass; a run tells such stories beside one another. */
  readonly waits?: true
  probe(stage: Stage): Promise<E>
  /** Demands on the control twins: where one is not met, the judge's word does not count. */
  controls?(evidence: E): Judgement
  judge(evidence: E): Judgement
}

/** Several stories of one requirement that differ in one point, such as the route by which an object comes in; by that point. */
export type Variants = { readonly [variant: string]: Scenario }

/** Gives a scenario its type; the loader reads it as the module's default export. */
export function defineScenario<E extends Evidence>(scenario: Scenario<E>): Scenario {
  return scenario as unknown as Scenario
}
