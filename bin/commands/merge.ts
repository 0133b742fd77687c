// `merge`: the reports of shards as the report of one run.
import { Command } from 'commander'
import { loadScenarios } from '../../harness/load.ts'
import { defaultFormats, formatNames, formatsOf, writeReport } from '../../harness/report/formats.ts'
import { mergeReports } from '../../harness/report/merge.ts'
import { readReport } from '../../harness/report/read.ts'
import { renderTerminal } from '../../harness/report/terminal.ts'
import { exitCode } from '../../harness/report.ts'
import { annotate, wantsColor } from '../console.ts'

interface MergeOptions {
  readonly out: string
  readonly format: string
}

export function mergeCommand(finish: (code: number) => void): Command {
  return new Command('merge')
    .description('join the reports of shards into the report of one run; exit code as `run`')
    .argument('<dir...>', 'folders (or report.json files) of the shards')
    .requiredOption('--out <dir>', 'folder for the merged report')
    .option('--format <list>', `formats to write, with commas: ${formatNames}`, defaultFormats)
    .action(async (paths: readonly string[], options: MergeOptions) => finish(await merge(paths, options)))
}

async function merge(paths: readonly string[], { out, format }: MergeOptions): Promise<number> {
  const formats = formatsOf(format)
  const parts = await Promise.all(paths.map(async (path) => ({ path, report: await readReport(path) })))
  const report = mergeReports(parts, await loadScenarios())
  const files = await writeReport(report, out, formats)
  process.stdout.write(renderTerminal(report, { color: wantsColor(process.stdout), files }))
  annotate(report)
  return exitCode(report)
}
