// `spec diff`: what changed between two texts of a draft, and what of the suite that touches; 1 where demands changed.
import { Command, Option } from 'commander'
import { likeness } from '../../../draft/coverage.ts'
import { diffDrafts } from '../../../draft/diff/diff.ts'
import { impactOf, type Suite } from '../../../draft/diff/impact.ts'
import { loadScenarios } from '../../../harness/load.ts'
import { readReport } from '../../../harness/report/read.ts'
import { checkName } from '../../../harness/report/words.ts'
import { type EditionId, editionIds } from '../../../spec/edition.ts'
import { editions } from '../../../spec/editions.ts'
import { wantsColor } from '../../console.ts'
import { readDraftFile } from '../../draft-file.ts'
import { loadSubjects } from '../../kill-matrix/subjects.ts'
import { collect, parseEdition } from '../../options.ts'
import { closestEdition } from './closest.ts'
import { renderDiffHtml } from './diff/html.ts'
import { renderDiffMarkdown } from './diff/markdown.ts'
import { type DiffReport, diffReport } from './diff/report.ts'
import { renderDiff } from './diff/terminal.ts'

const formats: Readonly<Record<string, (report: DiffReport) => string>> = {
  text: (report) => renderDiff(report, wantsColor(process.stdout)),
  markdown: renderDiffMarkdown,
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  html: renderDiffHtml,
}

interface DiffOptions {
  readonly edition?: EditionId
  readonly report?: readonly string[]
  readonly format: string
}

export function diffCommand(finish: (code: number) => void): Command {
  return new Command('diff')
    .description(
      'what changed between two texts, and which requirements, checks and verdicts that touches; ' +
        'exit code 0 where nothing normative changed, 1 where something did',
    )
    .argument('<old>', 'the former text')
    .argument('<new>', 'the later text')
    .option(
      '--edition <id>',
      `whose requirements: ${editionIds.join(', ')}; otherwise the one whose sentences the old text has most of`,
      parseEdition,
    )
    .option('--report <file>', "a gateway's report.json, to show verdicts to be found anew; may be repeated", collect)
    .addOption(new Option('--format <name>', 'how to show it').choices(Object.keys(formats)).default('text'))
    .action(async (old: string, now: string, options: DiffOptions) => finish(await compare(old, now, options)))
}

async function compare(oldFile: string, newFile: string, options: DiffOptions): Promise<number> {
  const [old, now] = [await readDraftFile(oldFile), await readDraftFile(newFile)]
  const edition = editions[options.edition ?? closestEdition(old)]
  const diff = diffDrafts(old, now)
  const impact = impactOf(old, diff, { edition, suite: await suiteOf(options.report ?? [], edition.id) })
  const report = diffReport({
    ...{ old: oldFile, now: newFile, diff, impact },
    edition: { id: edition.id, share: likeness(old, edition) },
  })
  process.stdout.write(formats[options.format]?.(report) ?? '')
  return report.normative ? 1 : 0
}

async function suiteOf(reports: readonly string[], edition: EditionId): Promise<Suite> {
  const subjects = await loadSubjects()
  const results = (await Promise.all(reports.map(readReport))).flatMap(({ target, results: found }) =>
    found
      .filter((result) => result.edition === edition)
      .map((result) => ({
        ...{ requirement: result.requirement, gateway: `${target.name} ${target.version}` },
        ...{ check: checkName(result), verdict: result.verdict },
      })),
  )
  return {
    scenarios: byRequirement(
      (await loadScenarios()).map(({ name, scenario }) => ({ requirement: scenario.requirement, value: name })),
    ),
    mutants: byRequirement(
      subjects.flatMap((subject) =>
        subject.kind === 'mutant' ? [{ requirement: subject.mutant.breaks, value: subject.id }] : [],
      ),
    ),
    verdicts: byRequirement(results.map(({ requirement, ...value }) => ({ requirement, value }))),
  }
}

function byRequirement<T>(
  entries: readonly { readonly requirement: string; readonly value: T }[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const { requirement, value } of entries) found.set(requirement, [...(found.get(requirement) ?? []), value])
  return found
}
