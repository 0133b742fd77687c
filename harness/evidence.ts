// Evidence in and out of its stored form: names that lead to exchanges or facts.
import { type Answer, answerOf, isAnswer } from '../simulator/answer.ts'
import type { Exchange } from '../simulator/exchange.ts'
import type { Edition } from '../spec/edition.ts'
import type { EvidenceReference } from './result.ts'
import type { Evidence, Fact } from './scenario.ts'

/** The stored form of what a probe returned. */
export function storeEvidence(evidence: Evidence): Record<string, EvidenceReference> {
  const reference = (value: Evidence[string]): EvidenceReference => {
    if (isAnswer(value)) return { exchange: value.exchange.id }
    if (isAnswers(value)) return { exchanges: value.map((answer) => answer.exchange.id) }
    return { fact: JSON.parse(JSON.stringify(value)) }
  }
  return Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, reference(value)]))
}

/** The evidence as a judge sees it, made again from its stored form and the exchanges. */
export function restoreEvidence(
  stored: Readonly<Record<string, EvidenceReference>>,
  exchanges: readonly Exchange[],
  edition: Edition,
): Evidence {
  const answer = (id: string): Answer => {
    const exchange = exchanges.find((candidate) => candidate.id === id)
    if (!exchange) throw new Error(`evidence names exchange ${id}, which is not there`)
    return answerOf(edition, exchange)
  }
  const restore = (reference: EvidenceReference): Evidence[string] => {
    if ('exchange' in reference) return answer(reference.exchange)
    if ('exchanges' in reference) return reference.exchanges.map(answer)
    return reference.fact as Fact
  }
  return Object.fromEntries(Object.entries(stored).map(([name, reference]) => [name, restore(reference)]))
}

function isAnswers(value: Evidence[string]): value is readonly Answer[] {
  return Array.isArray(value) && value.length > 0 && value.every(isAnswer)
}
