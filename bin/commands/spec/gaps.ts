// `spec gaps`: where the text is silent or contradicts itself, what this suite makes of it, and what gateways do.
import { Command } from 'commander'
import { appliesTo } from '../../../harness/execute.ts'
import { loadScenarios } from '../../../harness/load.ts'
import { gapsOf, renderGaps, renderGapsMarkdown } from '../../../harness/report/gaps.ts'
import { readReport } from '../../../harness/report/read.ts'
import { type EditionId, editionIds } from '../../../spec/edition.ts'
import { editions } from '../../../spec/editions.ts'
import { collect, collectEdition } from '../../options.ts'

interface GapsOptions {
  readonly edition?: readonly EditionId[]
  readonly report?: readonly string[]
  readonly json?: true
  readonly markdown?: true
}

export function gapsCommand(): Command {
  return new Command('gaps')
    .description('the register of readings: silent or contradictory points, the readings possible, the one taken, why')
    .option('--edition <id>', `only this edition: ${editionIds.join(', ')}; may be repeated`, collectEdition)
    .option('--report <file>', "a gateway's report.json, to show what it does; may be repeated", collect)
    .option('--json', 'as JSON')
    .option('--markdown', 'as a Markdown table')
    .action(async ({ edition = editionIds, report = [], json, markdown }: GapsOptions) => {
      const chosen = edition.map((id) => editions[id])
      const gaps = gapsOf({
        editions: chosen,
        scenarios: (await loadScenarios()).filter((loaded) => chosen.some((one) => appliesTo(loaded, one))),
        reports: await Promise.all(report.map(readReport)),
      })
      const render = markdown ? renderGapsMarkdown : renderGaps
      process.stdout.write(json ? `${JSON.stringify(gaps, undefined, 2)}\n` : render(gaps))
    })
}
