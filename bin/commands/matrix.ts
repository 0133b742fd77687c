// `matrix`: every ordered pair of targets as domains A and B, and whose fault it is where they do not work together.
import { randomInt } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { type LoadedScenario, loadScenarios } from '../../harness/load.ts'
import { attribute } from '../../harness/matrix/attribute.ts'
import { type Finding, isBad, type Matrix, matrixExitCode, type Pair } from '../../harness/matrix/model.ts'
import { renderMatrix, renderMatrixHtml, renderMatrixMarkdown } from '../../harness/matrix/render.ts'
import { worstFirst } from '../../harness/report.ts'
import type { Result } from '../../harness/result.ts'
import { globPattern } from '../../harness/select.ts'
import { type LaunchedTarget, loadTarget } from '../../harness/target.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { LiveLine, wantsColor } from '../console.ts'
import { type Partner, runPair, storiesOfTwo, whyNot } from '../matrix-pairs.ts'
import { collect, collectEdition, wholeNumber } from '../options.ts'
import { suite } from '../package.ts'
import { listenForStop } from '../stop.ts'

interface MatrixOptions {
  readonly target: readonly string[]
  readonly edition?: readonly EditionId[]
  readonly only: readonly string[]
  readonly out: string
  readonly seed: number
  readonly timeout: number
}

export function matrixCommand(finish: (code: number) => void): Command {
  return new Command('matrix')
    .description('every ordered pair of targets as domains A and B, with the fault attributed; exit code as `run`')
    .requiredOption('--target <file>', 'target file with `launch`; give at least two', collect)
    .option('--edition <id>', `edition of the draft: ${editionIds.join(', ')}; may be repeated`, collectEdition)
    .option('--only <pattern>', 'requirement id, scenario or glob; may be repeated', collect, [])
    .option('--out <dir>', 'folder for matrix.json, matrix.md and matrix.html', 'reports/matrix')
    .option('--seed <n>', 'what every input follows from', wholeNumber(0), randomInt(2 ** 31))
    .option('--timeout <ms>', 'how long one answer may take', wholeNumber(1), 10_000)
    .action(async (options: MatrixOptions) => finish(await run(options)))
}

async function run(options: MatrixOptions): Promise<number> {
  const stop = listenForStop()
  let isStopped = false
  stop.onStop(() => {
    isStopped = true
  })
  const targets = await targetsIn(options.target)
  const scenarios = chosen(await loadScenarios(), options.only)
  const startedAtMs = Date.now()
  const runs = createRuns(options, { scenarios, isStopped: () => isStopped })
  const editions = options.edition ?? editionIds
  const ordered = editions.flatMap((edition) =>
    targets.flatMap((a) => targets.filter((b) => b !== a).map((b) => ({ edition, a, b }))),
  )
  const progress = new LiveLine(ordered.length, 'pairs')
  const pairs: Pair[] = []
  for (const { edition, a, b } of ordered) {
    if (isStopped) break
    pairs.push(await pairOf({ edition, a, b }, runs))
    progress.step('', `${a.name} and ${b.name}`)
  }
  progress.end()
  const matrix: Matrix = {
    schemaVersion: 1,
    suite,
    seed: options.seed,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: Date.now() - startedAtMs,
    complete: !isStopped,
    targets: targets.map(({ name, version }) => ({ name, version })),
    pairs,
  }
  await write(matrix, options.out)
  process.stdout.write(renderMatrix(matrix, { color: wantsColor(process.stdout) }))
  return matrixExitCode(matrix)
}

async function targetsIn(files: readonly string[]): Promise<LaunchedTarget[]> {
  if (files.length < 2) throw new ConfigurationError('matrix: expected --target at least twice, found one')
  const targets: LaunchedTarget[] = []
  for (const file of files) {
    const { target } = await loadTarget(file)
    if (!('launch' in target))
      throw new ConfigurationError(
        `${file}: expected launch: gateways that run already have peers that the suite cannot change`,
      )
    const twin = targets.find(({ name }) => name === target.name)
    if (twin) throw new ConfigurationError(`${file}: name: expected another name than ${twin.file} has (${twin.name})`)
    targets.push(target)
  }
  return targets
}

function chosen(scenarios: readonly LoadedScenario[], only: readonly string[]): LoadedScenario[] {
  const patterns = only.map(globPattern)
  const matches = (...names: string[]) => patterns.some((pattern) => names.some((name) => pattern.test(name)))
  const found = scenarios.filter(({ name, scenario }) => patterns.length === 0 || matches(name, scenario.requirement))
  if (editionIds.every((edition) => storiesOfTwo(found, edition).length === 0))
    throw new ConfigurationError(`--only ${only.join(', ')}: no story of two domains is called that`)
  return found
}

type Tried = (a: Partner, b: Partner, edition: EditionId) => Promise<readonly Result[]>

/** Runs each pair once, however often it is asked for: pairs with the reference gateway serve several others. */
function createRuns(
  { seed, timeout }: MatrixOptions,
  { scenarios, isStopped }: { readonly scenarios: readonly LoadedScenario[]; isStopped(): boolean },
): Tried {
  const known = new Map<string, readonly Result[]>()
  return async (a, b, edition) => {
    const key = JSON.stringify([a, b].map((one) => (one === 'reference' ? one : one.file)).concat(edition))
    const results =
      known.get(key) ??
      (await runPair({ a, b, edition, seed, timeoutMs: timeout, isStopped }, storiesOfTwo(scenarios, edition)))
    known.set(key, results)
    return results
  }
}

interface Ordered {
  readonly a: LaunchedTarget
  readonly b: LaunchedTarget
  readonly edition: EditionId
}

async function pairOf({ a, b, edition }: Ordered, tried: Tried): Promise<Pair> {
  const names = { a: a.name, b: b.name, edition }
  const why = whyNot([a, b], edition)
  if (why !== undefined) return { ...names, why, results: [] }
  const results = await tried(a, b, edition)
  if (!results.some(isBad)) return { ...names, results: results.map((result) => findingOf(result)) }
  const [withA, withB] = [await tried(a, 'reference', edition), await tried('reference', b, edition)]
  return {
    ...names,
    results: results.toSorted(byGravity).map((result) => {
      const anchor = (others: readonly Result[]) => {
        const same = others.find(({ scenario }) => scenario === result.scenario)
        return same && isBad(same)
      }
      const blame = isBad(result) ? attribute(result, { a: anchor(withA), b: anchor(withB) }) : undefined
      return findingOf(result, blame)
    }),
  }
}

/** The gravest first. */
function byGravity(one: Result, other: Result): number {
  return worstFirst.indexOf(one.verdict) - worstFirst.indexOf(other.verdict)
}

function findingOf(result: Result, blame?: Finding['blame']): Finding {
  const { requirement, scenario, level, verdict, due, summary } = result
  return { requirement, scenario, level, verdict, due, summary, ...(blame && { blame }) }
}

async function write(matrix: Matrix, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await Promise.all([
    writeFile(join(folder, 'matrix.json'), `${JSON.stringify(matrix, undefined, 2)}\n`),
    writeFile(join(folder, 'matrix.md'), renderMatrixMarkdown(matrix)),
    writeFile(join(folder, 'matrix.html'), renderMatrixHtml(matrix)),
  ])
}
