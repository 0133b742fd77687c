// `spec extract`: what a draft's text says, as data: statements, operations, figures, what is to do, and its mistakes.
import { Command, Option } from 'commander'
import { type Extra, extractOf, extractText, extras } from '../../../draft/extract.ts'
import { readDraftFile } from '../../draft-file.ts'
import { plainForTerminal } from '../../plain.ts'

interface ExtractOptions {
  readonly json?: true
  readonly with?: readonly Extra[]
}

export function extractCommand(): Command {
  return new Command('extract')
    .description('what a text says: normative statements, operations, figures, TODOs, and mistakes of the text')
    .argument('<file>', 'the draft: kramdown-rfc Markdown, RFC XML or plain text')
    .addOption(
      new Option(
        '--with <what...>',
        'show sentences without a key word too, or key words in figures or comments',
      ).choices(extras),
    )
    .option('--json', 'as JSON')
    .action(async (file: string, { json, with: more = [] }: ExtractOptions) => {
      const found = extractOf(await readDraftFile(file), more)
      process.stdout.write(json ? `${JSON.stringify(found, undefined, 2)}\n` : plainForTerminal(extractText(found)))
    })
}
