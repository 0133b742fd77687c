// The result of one scenario against one target: a verdict with everything that led to it.
import type { Exchange } from '../simulator/exchange.ts'
import type { Capability } from '../spec/capability.ts'
import type { EditionId } from '../spec/edition.ts'
import type { ReadingId } from '../spec/reading.ts'
import type { Binds, Level, RequirementId } from '../spec/requirement.ts'

export const verdicts = ['pass', 'fail', 'warn', 'deviation', 'inconclusive', 'not-applicable', 'error'] as const
export type Verdict = (typeof verdicts)[number]

/** A difference between what was demanded and what was seen; `at` names the evidence and the place in it. */
export interface Mismatch {
  readonly expected: string
  readonly actual: string
  readonly at: string
}

/** How a name the judge uses leads to what it saw. */
export type EvidenceReference =
  | { readonly exchange: string }
  | { readonly exchanges: readonly string[] }
  | { readonly fact: unknown }

export interface Result {
  readonly edition: EditionId
  readonly requirement: RequirementId
  readonly rows: readonly string[]
  readonly level: Level
  readonly binds: Binds
  readonly section: string
  /** File of the scenario without its ending, for example `key-queue/unique-attributes`. */
  readonly scenario: string
  readonly verdict: Verdict
  readonly durationMs: number
  /** One sentence for a person. */
  readonly summary: string
  readonly mismatches: readonly Mismatch[]
  /** Why the situation could not be reached. */
  readonly firstCause?: string
  /** Whether the state after a refusal could be read back. */
  readonly readBack?: 'unchanged' | 'changed' | 'unavailable'
  /** The capability that was found to work although the target does not declare it. */
  readonly underClaim?: Capability
  readonly readings: readonly ReadingId[]
  /** A command line that runs just this again. */
  readonly reproduce: string
  readonly evidence: Readonly<Record<string, EvidenceReference>>
  readonly exchanges: readonly Exchange[]
  /** Whether an inconclusive verdict here leaves the target without a verdict (exit code 3). */
  readonly due: boolean
}
