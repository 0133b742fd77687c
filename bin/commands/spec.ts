// `spec`: what those who change the draft ask of its text.
import { Command } from 'commander'
import { coverageCommand } from './spec/coverage.ts'
import { diffCommand } from './spec/diff.ts'
import { extractCommand } from './spec/extract.ts'
import { gapsCommand } from './spec/gaps.ts'
import { newEditionCommand } from './spec/new-edition.ts'

export function specCommand(finish: (code: number) => void): Command {
  return new Command('spec')
    .description('the draft as data: what a text asks, and what of it is covered')
    .addCommand(extractCommand())
    .addCommand(coverageCommand(finish))
    .addCommand(diffCommand(finish))
    .addCommand(gapsCommand())
    .addCommand(newEditionCommand())
}
