#!/usr/bin/env node
// The command line: picks the command, and turns what went wrong into one line and an exit code.
import { Command, CommanderError } from 'commander'
import { ConfigurationError } from '../harness/configuration-error.ts'
import { compareCommand } from './commands/compare.ts'
import { explainCommand } from './commands/explain.ts'
import { initCommand } from './commands/init.ts'
import { listCommand } from './commands/list.ts'
import { matrixCommand } from './commands/matrix.ts'
import { mergeCommand } from './commands/merge.ts'
import { mutantsCommand } from './commands/mutants.ts'
import { runCommand } from './commands/run.ts'
import { serveCommand } from './commands/serve.ts'
import { specCommand } from './commands/spec.ts'
import { debugText } from './console.ts'
import { suite } from './package.ts'

const program = new Command(suite.name)
  .description('Interop conformance harness and reference simulator for MIMI gateways')
  .version(suite.version)
  .showSuggestionAfterError()

const finish = (code: number) => {
  process.exitCode = code
}
const commands = [
  runCommand(finish),
  serveCommand(),
  initCommand(),
  listCommand(),
  explainCommand(),
  mutantsCommand(finish),
  compareCommand(finish),
  mergeCommand(finish),
  matrixCommand(finish),
  specCommand(finish),
]
for (const command of commands) program.addCommand(command)
for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands: inner }) => inner)]) {
  command.exitOverride().configureOutput({ outputError: () => {} })
}
process.stdout.on('error', () => process.exit(process.exitCode))

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = codeOf(error)
}
// Pooled connections and the like do not hold the process up once its work is done.
process.stdout.write('', () => process.exit())

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    // Without a command commander has printed the help, which says all there is to say.
    const line = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
    if (error.code !== 'commander.help') process.stderr.write(`${line} (see ${suite.name} --help)\n`)
    return 2
  }
  if (error instanceof ConfigurationError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(debugText('the suite itself failed', details))
  return 3
}
