// `list`: every requirement with its levels, whom it binds, how it is seen, and what tests it.
import { Command } from 'commander'
import { appliesTo } from '../../harness/execute.ts'
import { loadScenarios } from '../../harness/load.ts'
import { runWideRequirements } from '../../harness/run-wide.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import { behaviours } from '../../spec/profile/catalogue.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { loadSubjects } from '../kill-matrix/subjects.ts'
import { collectEdition } from '../options.ts'

/** What an edition says of it, and why it cannot be observed there where it can elsewhere. */
interface Asked extends Pick<Requirement, 'level' | 'rows' | 'section'> {
  readonly unseen?: string
}

interface Entry {
  readonly id: string
  readonly binds: Requirement['binds']
  readonly needs: Requirement['needs']
  readonly editions: Partial<Record<EditionId, Asked>>
  readonly text: string
  readonly observable: Requirement['observable']
  readonly why?: string
  readonly noMutant?: string
  readonly scenarios: readonly string[]
  readonly mutants: readonly string[]
}

export function listCommand(): Command {
  return new Command('list')
    .description('every requirement: level, whom it binds, section, how it is observed, scenarios and mutants')
    .option('--edition <id>', `only this edition: ${editionIds.join(', ')}; may be repeated`, collectEdition)
    .option('--json', 'as JSON')
    .action(async ({ edition = [...editionIds], json }: { edition?: EditionId[]; json?: true }) => {
      const entries = await entriesOf(edition)
      process.stdout.write(json ? `${JSON.stringify(entries, undefined, 2)}\n` : table(entries, edition))
    })
}

async function entriesOf(ids: readonly EditionId[]): Promise<Entry[]> {
  const scenarios = await loadScenarios()
  const mutants = (await loadSubjects()).flatMap((subject) => (subject.kind === 'mutant' ? [subject] : []))
  const all = new Map<string, Requirement>()
  for (const id of ids) for (const requirement of editions[id].requirements) all.set(requirement.id, requirement)
  return [...all.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, binds, needs, text, observable, why, noMutant }) => {
      const told = scenarios.filter(
        (loaded) => loaded.scenario.requirement === id && ids.some((edition) => appliesTo(loaded, editions[edition])),
      )
      return {
        id,
        binds,
        needs,
        editions: askedIn(id, ids),
        text,
        observable,
        ...(why !== undefined && { why }),
        ...(noMutant !== undefined && { noMutant }),
        scenarios: [...told.map(({ name }) => name), ...(runWideRequirements.includes(id) ? ['run-wide'] : [])],
        mutants: mutants.filter(({ mutant }) => mutant.breaks === id).map((mutant) => mutant.id),
      }
    })
}

function askedIn(sought: string, ids: readonly EditionId[]): Entry['editions'] {
  const found: Entry['editions'] = {}
  for (const edition of ids) {
    const requirement = editions[edition].requirements.find(({ id }) => id === sought)
    if (!requirement) continue
    const { level, rows, section, observable, why } = requirement
    const isHidden = observable === 'none' && behaviours.find(({ id }) => id === sought)?.observable !== 'none'
    found[edition] = { level, rows, section, ...(isHidden && why !== undefined && { unseen: why }) }
  }
  return found
}

function table(entries: readonly Entry[], ids: readonly EditionId[]): string {
  const width = Math.max(...entries.map(({ id }) => id.length))
  const head = `${'requirement'.padEnd(width)}  ${ids.map((id) => id.padEnd(10)).join('  ')}  binds     seen            scenarios  mutants`
  const lines = entries.map(({ id, editions: levels, binds, observable, scenarios, mutants }) =>
    [
      id.padEnd(width),
      ...ids.map((edition) => (levels[edition]?.level ?? '-').padEnd(10)),
      binds.padEnd(8),
      observable.padEnd(14),
      String(scenarios.length).padStart(9),
      String(mutants.length).padStart(7),
    ].join('  '),
  )
  const tested = entries.filter(({ scenarios }) => scenarios.length > 0).length
  const killed = entries.filter(({ mutants }) => mutants.length > 0).length
  const sum = `${entries.length} requirements, ${tested} with a scenario, ${killed} with a mutant, ${entries.length - tested} untested`
  return `${[head, ...lines, '', sum].join('\n')}\n`
}
