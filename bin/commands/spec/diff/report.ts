// Puts together what `spec diff` says: what changed, whether it binds, and what of the suite it touches.
import { asksAnew, changesDemands, type Impact, isNormative, type Touched } from '../../../../draft/diff/impact.ts'
import type { DraftDiff, SentenceChange } from '../../../../draft/diff/model.ts'
import type { EditionId } from '../../../../spec/edition.ts'

export interface DiffReport {
  readonly old: string
  readonly now: string
  readonly edition: {
    readonly id: EditionId /** Of its sentences, the share the old text has. */
    readonly share: number
  }
  /** Whether anything changed that a gateway is held to: the command's exit code. */
  readonly normative: boolean
  readonly summary: Summary
  readonly sections: DraftDiff['sections']
  readonly terms: DraftDiff['terms']
  readonly sentences: readonly ReportedSentence[]
  readonly operations: DraftDiff['operations']
  readonly definitions: DraftDiff['definitions']
  readonly figures: DraftDiff['figures']
  readonly todos: DraftDiff['todos']
  readonly problems: DraftDiff['problems']
  readonly impact: { readonly touched: readonly Touched[]; readonly carried: Impact['carried'] }
}

export interface ReportedSentence extends SentenceChange {
  readonly normative: boolean
  readonly requirements: readonly string[]
}

/** Counts of normative sentences; one may be moved and reworded, or have its level and its scope changed. */
export interface Summary {
  readonly added: number
  readonly removed: number
  readonly reworded: number
  readonly level: number
  readonly scope: number
  readonly moved: number
  /** Renamed terms, mended spelling, punctuation: they ask for the same. */
  readonly sameDemand: number
}

export interface Compared {
  readonly old: string
  readonly now: string
  readonly edition: DiffReport['edition']
  readonly diff: DraftDiff
  readonly impact: Impact
}

export function diffReport({ old, now, edition, diff, impact }: Compared): DiffReport {
  const sentences = diff.sentences
    .map((change) => ({
      ...change,
      normative: isNormative(change, impact),
      requirements: impact.requirementsOf.get(change) ?? [],
    }))
    // Where a sentence that binds nobody stands in its section is nobody's concern.
    .filter(({ became, moved, normative }) => normative || became !== 'unchanged' || moved !== 'order')
  const { touched, carried } = impact
  return {
    ...{ old, now, edition, normative: changesDemands(diff, impact), summary: summaryOf(sentences) },
    ...diff,
    ...{ sentences, impact: { touched, carried } },
  }
}

function summaryOf(sentences: readonly ReportedSentence[]): Summary {
  const binding = sentences.filter(({ normative }) => normative)
  const count = (holds: (change: ReportedSentence) => boolean) => binding.filter(holds).length
  return {
    added: count(({ became }) => became === 'added'),
    removed: count(({ became }) => became === 'removed'),
    reworded: count(({ became }) => became === 'reworded'),
    level: count(({ level }) => level !== undefined),
    scope: count(({ scope }) => scope.length > 0),
    moved: count(({ moved }) => moved !== undefined),
    sameDemand: count((change) => !asksAnew(change) && change.became !== 'unchanged'),
  }
}
