// `serve`: a reference gateway on real ports until it is stopped.
import { dirname } from 'node:path'
import { Command } from 'commander'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { readConfiguration } from '../../harness/configuration-file.ts'
import type { StartedGateway } from '../../harness/launch/federation.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import { openApiDocument } from '../../spec/openapi/document.ts'
import { type InstanceFile, instanceFile } from '../../spec/profile/instance.ts'
import { serveLog } from '../console.ts'
import { serveInstance } from '../embedded.ts'
import { parseEdition } from '../options.ts'
import { referenceInstance } from '../reference-target.ts'
import { listenForStop } from '../stop.ts'
import { newToken } from '../system.ts'

interface ServeOptions {
  readonly config?: string
  readonly edition?: EditionId
  readonly openapi?: boolean
}

const lastEdition: EditionId = '2023-03-17'

export function serveCommand(): Command {
  return new Command('serve')
    .description('run a reference gateway until stopped; without --config, make an instance and print it as JSON')
    .option('--config <file>', 'instance file: edition, domains, addresses, tokens, peers')
    .option(
      '--edition <id>',
      `edition to serve: ${editionIds.join(', ')} (default: the last, or the file's)`,
      parseEdition,
    )
    .option('--openapi', "print the edition's OpenAPI document instead")
    .action(serve)
}

async function serve({ config, edition, openapi = false }: ServeOptions): Promise<void> {
  if (openapi) {
    const { id, operations } =
      editions[config === undefined ? (edition ?? lastEdition) : (await instanceOf(config, edition)).edition]
    process.stdout.write(`${JSON.stringify(openApiDocument(id, operations), undefined, 2)}\n`)
    return
  }
  const stop = listenForStop()
  // Who closes standard error has no log, and a gateway all the same.
  process.stderr.on('error', () => {})
  const served = await start(await instanceOf(config, edition), config === undefined ? '.' : dirname(config))
  const stopped = new Promise<void>((resolve) => {
    stop.onStop(resolve)
  })
  process.stdout.write(`${JSON.stringify(served.instance, undefined, 2)}\n`)
  await stopped
  await served.close()
}

async function instanceOf(path: string | undefined, edition: EditionId | undefined): Promise<InstanceFile> {
  if (path === undefined) return referenceInstance({ edition: edition ?? lastEdition, domain: 'a.example' }, newToken)
  const { value, complain } = await readConfiguration(path, 'instance file', instanceFile.strict())
  if (edition === undefined || value.edition === edition) return value
  throw complain({ path: ['edition'], text: `expected ${edition}, as --edition says, found ${value.edition}` })
}

async function start(instance: InstanceFile, folder: string): Promise<StartedGateway> {
  try {
    return await serveInstance(instance, { log: serveLog, logsRequests: true, folder })
  } catch (error) {
    throw new ConfigurationError(error instanceof Error ? error.message : String(error))
  }
}
