// `spec new-edition`: writes the folder of a new edition from a text and another edition; what is open does not build.
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { type NewEdition, newEdition } from '../../../draft/new-edition.ts'
import { ConfigurationError } from '../../../harness/configuration-error.ts'
import { type EditionId, editionIds } from '../../../spec/edition.ts'
import { editions } from '../../../spec/editions.ts'
import { readDraftFile } from '../../draft-file.ts'
import { parseDate, parseEdition } from '../../options.ts'
import { closestEdition } from './closest.ts'

interface NewEditionOptions {
  readonly id: string
  readonly from?: EditionId
  readonly was?: string
  readonly out: string
}

export function newEditionCommand(): Command {
  return new Command('new-edition')
    .description("a new edition's folder from a text: entries carried over, changed ones marked, new ones as stubs")
    .argument('<file>', 'the text')
    .requiredOption('--id <day>', 'the new edition: the day of the text', parseDate)
    .option(
      '--from <id>',
      `the edition to carry over: ${editionIds.join(', ')}; otherwise the closest one`,
      parseEdition,
    )
    .option('--was <file>', 'the text of that edition: tells changed sentences from those that went')
    .option('--out <folder>', 'a checkout of this repository', '.')
    .action(write)
}

async function write(file: string, { id, from, was, out }: NewEditionOptions): Promise<void> {
  const draft = await readDraftFile(file)
  const former = was === undefined ? undefined : await readDraftFile(was)
  const base = from ?? closestEdition(draft)
  const folder = join(out, 'spec', id)
  if (editionIds.some((known) => known === id) || existsSync(folder))
    throw new ConfigurationError(`--id ${id}: expected a new edition, spec/${id} is there already`)
  const sources = await sourcesIn(join(out, 'spec', base))
  const made = newEdition({ id, from: editions[base], sources, draft, ...(former !== undefined && { was: former }) })
  for (const [path, text] of made.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  process.stdout.write(summary(made, id, base))
}

async function sourcesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const paths = names.filter((name) => name.endsWith('.ts')).sort()
  if (paths.length === 0) throw new ConfigurationError(`${folder}: expected the source of an edition, there is none`)
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  )
}

function summary({ files, carried, moved, changed, dropped, added }: NewEdition, id: string, base: string): string {
  const list = (title: string, entries: readonly string[]) => [
    `${title}: ${entries.length}`,
    ...entries.map((one) => `  ${one}`),
  ]
  return `${[
    `spec/${id}: ${files.size} files, from ${base}`,
    `carried over as they are: ${carried.length}`,
    ...list('carried over to another section', moved),
    ...list('marked, the sentence changed', changed),
    ...list('marked, the sentence is not in the text', dropped),
    ...list(
      'new statements without an entry',
      added.map(({ section, line }) => `${section}, line ${line}`),
    ),
    '',
    `By hand: every \`unreviewed\` in spec/${id} (the project does not build before); the id in spec/edition-id.ts and`,
    `spec/editions.ts; the title in spec/${id}/edition.ts; spec/${id}/operations.ts, where \`spec coverage\` lists the`,
    `differences; a file in reference/editions/, and the editions in reference/assemble.ts.`,
  ].join('\n')}\n`
}
