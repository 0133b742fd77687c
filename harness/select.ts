// Which checks a run is about: patterns over ids, rows and scenario names, and a level, within the editions chosen.
import type { Edition } from '../spec/edition.ts'
import type { Level, Requirement } from '../spec/requirement.ts'
import { ConfigurationError } from './configuration-error.ts'
import { appliesTo } from './execute.ts'
import type { LoadedScenario } from './load.ts'
import { suggestion } from './nearest.ts'

export interface Choice {
  /** Requirement ids, rows (`KQ-04`), scenario names, or globs of these; none means all. */
  readonly only: readonly string[]
  readonly level?: Level
}

/** What one edition is asked. */
export interface Selection {
  readonly edition: Edition
  /** Every requirement that was chosen, with or without a scenario. */
  readonly requirements: readonly Requirement[]
  readonly scenarios: readonly LoadedScenario[]
}

/**
 * What to run in each edition. Throws `ConfigurationError` where a pattern matches nothing in any of the editions, and
 * names what is near.
 */
export function select(
  editions: readonly Edition[],
  scenarios: readonly LoadedScenario[],
  { only, level }: Choice,
): Selection[] {
  const patterns = only.map((text) => ({ text, pattern: globPattern(text) }))
  const applying = editions.map((edition) => ({ edition, told: scenarios.filter((one) => appliesTo(one, edition)) }))
  const names = applying.flatMap(({ edition, told }) => [
    ...edition.requirements.flatMap(({ id, rows }) => [id, ...rows]),
    ...told.map(({ name }) => name),
  ])
  for (const { text, pattern } of patterns) {
    if (names.some((name) => pattern.test(name))) continue
    const areas = names.filter((name) => name.includes('/')).map((name) => `${name.split('/')[0]}/*`)
    const hint = suggestion(text, [...names, ...areas]) || '; `mimi-conformance list` names them all'
    throw new ConfigurationError(`--only ${text}: no requirement, row or scenario is called that${hint}`)
  }
  const chosen = (...own: readonly string[]) =>
    patterns.length === 0 || patterns.some(({ pattern }) => own.some((name) => pattern.test(name)))
  return applying.map(({ edition, told }) => {
    const atLevel = edition.requirements.filter((requirement) => level === undefined || requirement.level === level)
    const named = atLevel.filter(({ id, rows }) => chosen(id, ...rows))
    const requirements = atLevel.filter(
      (requirement) =>
        named.includes(requirement) ||
        told.some(({ name, scenario }) => scenario.requirement === requirement.id && chosen(name)),
    )
    const whole = new Set<string>(named.map(({ id }) => id))
    const any = new Set<string>(requirements.map(({ id }) => id))
    return {
      edition,
      requirements,
      scenarios: told.filter(
        ({ name, scenario }) => whole.has(scenario.requirement) || (any.has(scenario.requirement) && chosen(name)),
      ),
    }
  })
}

/** `*` stands for anything but `/`, `**` for anything; letter case does not matter. */
export function globPattern(text: string): RegExp {
  const source = text
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')))
    .join('')
  return new RegExp(`^${source}$`, 'i')
}
