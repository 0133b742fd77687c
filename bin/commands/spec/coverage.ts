// `spec coverage`: the catalogue of an edition against a text; 1 where either has something that the other lacks.
import { Command } from 'commander'
import { type Coverage, coverage, isComplete, type LostSentence, likeness } from '../../../draft/coverage.ts'
import type { Placed } from '../../../draft/model.ts'
import type { ShapeDifference } from '../../../draft/shapes.ts'
import { loadScenarios } from '../../../harness/load.ts'
import { runWideRequirements } from '../../../harness/run-wide.ts'
import { type EditionId, editionIds } from '../../../spec/edition.ts'
import { editions } from '../../../spec/editions.ts'
import { readDraftFile } from '../../draft-file.ts'
import { parseEdition } from '../../options.ts'
import { plainForTerminal } from '../../plain.ts'
import { closestEdition } from './closest.ts'

interface CoverageOptions {
  readonly edition?: EditionId
  readonly was?: string
  readonly json?: true
}

export function coverageCommand(finish: (code: number) => void): Command {
  return new Command('coverage')
    .description("an edition's requirements against a text; exit code 1 where anything is uncovered")
    .argument('<file>', 'the draft: kramdown-rfc Markdown, RFC XML or plain text')
    .option(
      '--edition <id>',
      `${editionIds.join(', ')}; otherwise the one whose sentences the text has most of`,
      parseEdition,
    )
    .option('--was <file>', 'the text that the edition was written from, to show the words that changed')
    .option('--json', 'as JSON')
    .action(async (file: string, options: CoverageOptions) => finish(await cover(file, options)))
}

async function cover(file: string, { edition: asked, was, json }: CoverageOptions): Promise<number> {
  const draft = await readDraftFile(file)
  const id = asked ?? closestEdition(draft)
  const scenarios = await loadScenarios()
  const found = coverage({
    draft,
    edition: editions[id],
    checked: new Set([...scenarios.map(({ scenario }) => scenario.requirement), ...runWideRequirements]),
    ...(was !== undefined && { former: await readDraftFile(was) }),
  })
  const complete = isComplete(found)
  const share = Math.floor(likeness(draft, editions[id]) * 100)
  process.stdout.write(
    json
      ? `${JSON.stringify({ edition: id, chosen: asked === undefined ? 'closest' : 'asked', complete, ...found }, undefined, 2)}\n`
      : text(
          found,
          asked === undefined
            ? `${id} (the closest one: ${share}% of its sentences are here; --edition names another)`
            : id,
        ),
  )
  return complete ? 0 : 1
}

function text(found: Coverage, edition: string): string {
  const { normative, uncovered, lost, unchecked, withoutSentence, shapes, staleReviews, notes } = found
  const parts = [
    `edition ${edition}`,
    `${normative} normative sentences, ${normative - uncovered.length} covered`,
    ...section('sentences without a requirement', uncovered.map(line)),
    ...section('requirements whose sentence is not there', lost.map(lostLine)),
    ...section('sections without a check', unchecked),
    ...section('binding requirements that name no sentence', withoutSentence),
    ...section('operations of another shape', shapes.map(shapeLine)),
    ...section('reviewed as needing no requirement, and not in the text', staleReviews),
    ...section("editors' notes with key words (they bind nobody)", notes.map(line)),
    isComplete(found) ? 'complete' : 'not complete',
  ]
  return plainForTerminal(`${parts.join('\n')}\n`)
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`\n${title}: ${lines.length}`, ...lines.map((entry) => `  ${entry}`)]
}

function line({ section: anchor, line: number, text: words }: Placed): string {
  return `line ${number}, ${anchor}: ${words}`
}

function shapeLine({ at, text, edition, line: number }: ShapeDifference): string {
  return `${number === undefined ? '' : `line ${number}, `}${at}: ${text} in the text, ${edition} in the edition`
}

function lostLine({ requirement, section: anchor, became }: LostSentence): string {
  if (became === undefined) return `${requirement} (${anchor}): gone`
  const { words } = became
  const place = `line ${became.line}, ${became.section}`
  if (words === undefined) return `${requirement} (${anchor}): perhaps ${place}: ${became.text}`
  if (words.removed.length === 0 && words.added.length === 0) return `${requirement} (${anchor}): moved to ${place}`
  const changes = [...words.removed.map((word) => `-${word}`), ...words.added.map((word) => `+${word}`)].join(' ')
  return `${requirement} (${anchor}): reworded, ${place}: ${changes}`
}
