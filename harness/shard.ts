// Deals the checks of a run out to machines: whole requirements, so that shards add up to one run.
import type { Requirement } from '../spec/requirement.ts'
import { runWideRequirements } from './run-wide.ts'
import type { Selection } from './select.ts'

/** One of `count` shards; `index` counts from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/**
 * What one shard runs. Every requirement of an edition goes to one shard with all its scenarios, the larger ones first,
 * each to the shard that has least so far; those without a scenario belong to the first. What is judged over all answers
 * of a run belongs to every shard.
 */
export function shardOf(selections: readonly Selection[], { index, count }: Shard): Selection[] {
  const weights = new Map<Requirement, number>()
  for (const { requirements, scenarios } of selections)
    for (const one of requirements)
      weights.set(one, scenarios.filter(({ scenario }) => scenario.requirement === one.id).length)
  const loads = Array.from({ length: count }, () => 0)
  const mine = new Set<Requirement>()
  for (const [requirement, weight] of [...weights].sort(([, a], [, b]) => b - a)) {
    const shard = weight === 0 ? 0 : loads.indexOf(Math.min(...loads))
    loads[shard] = (loads[shard] ?? 0) + weight
    if (shard === index - 1 || runWideRequirements.includes(requirement.id)) mine.add(requirement)
  }
  return selections.map(({ edition, requirements, scenarios }) => {
    const own = requirements.filter((requirement) => mine.has(requirement))
    const ids = new Set<string>(own.map(({ id }) => id))
    return { edition, requirements: own, scenarios: scenarios.filter(({ scenario }) => ids.has(scenario.requirement)) }
  })
}
