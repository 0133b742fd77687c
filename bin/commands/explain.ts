// `explain`: one requirement in full, down to the requests that show it by hand.
import { Command } from 'commander'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { appliesTo } from '../../harness/execute.ts'
import { type LoadedScenario, loadScenarios } from '../../harness/load.ts'
import { suggestion } from '../../harness/nearest.ts'
import { sectionText } from '../../harness/report/words.ts'
import { whyUntested } from '../../harness/report.ts'
import { runWideRequirements } from '../../harness/run-wide.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import { readings } from '../../spec/profile/readings.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { curlStory } from '../curl.ts'
import { mutantsOf } from '../kill-matrix/subjects.ts'

interface Stated {
  readonly edition: EditionId
  readonly requirement: Requirement
}

export function explainCommand(): Command {
  return new Command('explain')
    .description('one requirement: what, why, reading, how it is tested, what a faulty gateway looks like, by hand')
    .argument('<id>', 'requirement id (key-queue/unique-attributes) or row (KQ-04)')
    .action(async (id: string) => {
      const stated = statedOf(id)
      const texts = await Promise.all(stated.map((one) => explain(one)))
      process.stdout.write(`${texts.join('\n\n')}\n`)
    })
}

/** The requirements an id or row means, each with the last edition that has it first. */
function statedOf(sought: string): Stated[][] {
  const all = editionIds.flatMap((edition) =>
    editions[edition].requirements.map((requirement): Stated => ({ edition, requirement })),
  )
  const matching = all.filter(
    ({ requirement }) => requirement.id === sought.toLowerCase() || requirement.rows.includes(sought.toUpperCase()),
  )
  if (matching.length === 0) {
    const names = all.flatMap(({ requirement }) => [requirement.id, ...requirement.rows])
    const hint = suggestion(sought, names) || '; `mimi-conformance list` names them all'
    throw new ConfigurationError(
      `explain ${sought}: expected the id or row of a requirement, none is called that${hint}`,
    )
  }
  const ids = [...new Set(matching.map(({ requirement }) => requirement.id))]
  return ids.map((id) => matching.filter(({ requirement }) => requirement.id === id).reverse())
}

async function explain(stated: readonly Stated[]): Promise<string> {
  const [first] = stated
  if (!first) return ''
  const { requirement } = first
  const scenarios = (await loadScenarios()).filter(({ scenario }) => scenario.requirement === requirement.id)
  const mutants = await mutantsOf(requirement.id)
  const sections = [
    requirement.id,
    section('What', [requirement.text, ...otherWordings(stated)]),
    section('Where', stated.map(place)),
    section('Whom it binds', [
      `the ${requirement.binds}`,
      ...(requirement.needs.length > 0
        ? [`asked only of a gateway that declares ${requirement.needs.join(', ')}`]
        : []),
    ]),
    section('How it is read', readingsOf(stated)),
    section('How it is tested', tested(requirement, scenarios)),
    section(
      'What a faulty gateway looks like',
      mutants.map(({ mutant }) => mutant.effect),
    ),
    section('By hand', await byHand(stated, scenarios)),
  ]
  return sections.filter((text) => text !== '').join('\n\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : [title, ...lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`)].join('\n')
}

function otherWordings(stated: readonly Stated[]): string[] {
  const [first, ...others] = stated
  return others
    .filter(({ requirement }) => requirement.text !== first?.requirement.text)
    .map(({ edition, requirement }) => `In edition ${edition}: ${requirement.text}`)
}

function place({ edition, requirement }: Stated): string {
  const { level, section: anchor, rows } = requirement
  return `edition ${edition}: ${level}, ${sectionText(anchor)} (${rows.join(', ')})`
}

function readingsOf(stated: readonly Stated[]): string[] {
  const ids = new Set(stated.flatMap(({ requirement }) => requirement.readings ?? []))
  return readings
    .filter(({ id }) => ids.has(id))
    .map(
      ({ id, problem, interpretation, reason, stance }) =>
        `${id} (${stance}): ${problem}\n      Read as: ${interpretation}\n      Because: ${reason}`,
    )
}

function tested(requirement: Requirement, scenarios: readonly LoadedScenario[]): string[] {
  if (scenarios.length > 0) return scenarios.map(({ name, scenario }) => `${name}: ${scenario.story}`)
  if (runWideRequirements.includes(requirement.id)) return ['Every answer of a whole run is looked at.']
  return [`untested: ${whyUntested(requirement)}`]
}

async function byHand(stated: readonly Stated[], scenarios: readonly LoadedScenario[]): Promise<string[]> {
  const [first] = stated
  const told = first && scenarios.find((loaded) => appliesTo(loaded, editions[first.edition]))
  if (!told) return []
  const { edition, requirement } = first
  return [
    `npx mimi-conformance run --only '${requirement.id}' --edition ${edition}`,
    '',
    `The same as requests (${told.name}; ids and tokens are examples, MLS objects are shortened):`,
    ...(await curlStory(told, editions[edition])),
  ]
}
