// `init`: writes a commented target file to start from.
import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { targetTemplate } from '../target-template.ts'

export function initCommand(): Command {
  return new Command('init')
    .description('write a commented target file')
    .argument('[file]', 'where to', 'target.yaml')
    .action(init)
}

async function init(path: string): Promise<void> {
  try {
    await writeFile(path, targetTemplate(), { flag: 'wx' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const reasons: Record<string, string> = {
      EEXIST: 'there is such a file already, and nothing was changed; name another one',
      ENOENT: 'its folder does not exist',
    }
    throw new ConfigurationError(`${path}: expected a new file, ${reasons[code] ?? `it cannot be written (${code})`}`)
  }
  process.stdout.write(`${path}\n`)
}
