// Makes the gateway of the blind measure: a copy of the compiled gateway with every mutation in it, each behind a switch.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { seamsForFaults } from './seams.ts'
import { textsForPeople } from './texts-for-people.ts'

const dist = fileURLToPath(new URL('../../', import.meta.url))
/** Beside dist/, so that packages are found from there as well. */
export const blindFolder = join(dist, '..', 'dist-blind')

/** What is mutated: where the gateway decides. */
const mutated = [
  'reference/services',
  'reference/authorisation',
  'reference/identity',
  'reference/federation',
  'mls/public',
  'mls/checks',
  'mls/tree',
] as const
export type Stratum = (typeof mutated)[number]

/** One mutation. */
export interface BlindMutant {
  /** Its switch; counts through all files. */
  readonly id: string
  readonly stratum: Stratum
  /** Below dist/, for example `reference/services/clients.js`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** That line and the next. */
  readonly source: string
  readonly mutator: string
  readonly original: string
  readonly replacement: string
}

export interface Instrumented {
  readonly mutants: readonly BlindMutant[]
  /** Mutations of what only people read, or only faulty gateways call, which no check can see: left out, and counted. */
  readonly leftOut: number
}

/** Writes `dist-blind/` anew and says what is in it. */
export async function instrument(): Promise<Instrumented> {
  rmSync(blindFolder, { recursive: true, force: true })
  mkdirSync(blindFolder)
  for (const room of ['reference', 'mls', 'spec'])
    cpSync(join(dist, room), join(blindFolder, room), { recursive: true })
  const names = mutated.flatMap((stratum) => filesOf(stratum))
  const files = names.map((name) => ({ name, content: readFileSync(join(dist, name), 'utf8'), mutate: true }))
  const options = { plugins: null, excludedMutations: [], ignorers: [textsForPeople, seamsForFaults] }
  const { files: written, mutants } = await new Instrumenter(silent as never).instrument(files, options)
  for (const { name, content } of written) writeFileSync(join(blindFolder, name), countingWhileAsked(content))
  const lines = new Map(files.map(({ name, content }) => [name, content.split('\n')]))
  return {
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location: { start, end }, mutatorName, replacement }) => ({
        id,
        stratum: mutated.find((stratum) => fileName.startsWith(`${stratum}/`)) ?? mutated[0],
        file: fileName,
        line: start.line + 1,
        source: sourceAt(lines.get(fileName) ?? [], start.line),
        mutator: mutatorName,
        original: excerpt(lines.get(fileName) ?? [], start, end),
        replacement,
      })),
    leftOut: mutants.filter(({ status }) => status === 'Ignored').length,
  }
}

/** What counts which mutants are reached costs a quarter of a run: it does nothing once they are known. */
function countingWhileAsked(content: string): string {
  return content.replace('function cover() {', 'function cover() { if (ns.isCovered) return;')
}

function filesOf(stratum: Stratum): string[] {
  return readdirSync(join(dist, stratum), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.kit)\.js$/.test(entry.name))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** A line and the next one, without the white space around them. */
export function sourceAt(lines: readonly string[], line: number): string {
  return [lines[line] ?? '', lines[line + 1] ?? ''].map((one) => one.trim()).join(' ')
}

interface Position {
  readonly line: number
  readonly column: number
}

/** The mutated code on one line, without the white space that the compiler's printing gives it. */
function excerpt(lines: readonly string[], start: Position, end: Position): string {
  const taken = lines.slice(start.line, end.line + 1)
  const last = taken.length - 1
  return taken
    .map((line, index) => line.slice(index === 0 ? start.column : 0, index === last ? end.column : undefined).trim())
    .join(' ')
}

const quiet = () => {}
const never = () => false
/** A logger that says nothing. */
export const silent = {
  ...{ trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet },
  ...{ isTraceEnabled: never, isDebugEnabled: never, isInfoEnabled: never },
  ...{ isWarnEnabled: never, isErrorEnabled: never, isFatalEnabled: never },
}
