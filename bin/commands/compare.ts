// `compare`: what changed between two reports; 1 where something is newly failing.
import { Command } from 'commander'
import { compareReports, renderComparison, renderComparisonMarkdown } from '../../harness/report/compare.ts'
import { readReport } from '../../harness/report/read.ts'

interface CompareOptions {
  readonly json?: true
  readonly markdown?: true
}

export function compareCommand(finish: (code: number) => void): Command {
  return new Command('compare')
    .description('what changed between two reports; exit code 1 where a check is newly failing')
    .argument('<old>', 'report.json, or the folder that has it')
    .argument('<new>', 'the same of the later run')
    .option('--json', 'as JSON')
    .option('--markdown', 'as Markdown, for a comment on a change')
    .action(async (before: string, after: string, options: CompareOptions) =>
      finish(await compare(before, after, options)),
    )
}

async function compare(before: string, after: string, { json, markdown }: CompareOptions): Promise<number> {
  const changes = compareReports(await readReport(before), await readReport(after))
  const render = markdown ? renderComparisonMarkdown : renderComparison
  process.stdout.write(json ? `${JSON.stringify({ changes }, undefined, 2)}\n` : render(changes))
  return changes.some(({ kind }) => kind === 'newly-failing') ? 1 : 0
}
