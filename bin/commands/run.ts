// `run`: the suite against a target, a report in the formats asked for, and the exit code that says it in one number.
import { randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { Command } from 'commander'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { type LoadedScenario, loadScenarios } from '../../harness/load.ts'
import { type Found, type Interruption, type Runner, startRunner } from '../../harness/playwright/run.ts'
import { systemClock } from '../../harness/playwright/system-clock.ts'
import { defaultFormats, type Format, formatNames, formatsOf, writeReport } from '../../harness/report/formats.ts'
import type { Note, StoredResult } from '../../harness/report/model.ts'
import { redactor } from '../../harness/report/redact.ts'
import { restoreResult, storeResult } from '../../harness/report/store.ts'
import { renderTerminal } from '../../harness/report/terminal.ts'
import { exitCode, makeReport, noteCodes } from '../../harness/report.ts'
import { judgeRun } from '../../harness/run-wide.ts'
import { type Selection, select } from '../../harness/select.ts'
import { type Shard, shardOf } from '../../harness/shard.ts'
import { type RunningTarget, tokensOf } from '../../harness/target.ts'
import { dialectPoints } from '../../harness/transport/dialect.ts'
import { applyWaivers, readWaivers, type Waiver } from '../../harness/waivers.ts'
import { withPeerAlone } from '../../harness/world-plan.ts'
import { editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import type { Level } from '../../spec/requirement.ts'
import { annotate, debugText, wantsColor } from '../console.ts'
import { type OpenTarget, openTarget, type TargetChoice } from '../open-target.ts'
import { collect, collectEdition, parseDate, parseLevel, parseShard, wholeNumber } from '../options.ts'
import { suite } from '../package.ts'
import { listenForStop } from '../stop.ts'

interface RunOptions extends TargetChoice {
  readonly only: readonly string[]
  readonly level?: Level
  readonly out: string
  readonly format: string
  readonly workers: number
  readonly failFast?: true
  readonly strictProfile?: true
  readonly waivers?: string
  readonly shard?: Shard
  /** A day in UTC, for example `2027-03-31`; absent: today. */
  readonly asOf?: string
}

export function runCommand(finish: (code: number) => void): Command {
  return new Command('run')
    .description('run the suite against a gateway, by default against the embedded reference gateways')
    .option('--target <file>', 'target file (YAML or JSON) that describes the gateway under test')
    .option('--edition <id>', `edition of the draft: ${editionIds.join(', ')}; may be repeated`, collectEdition)
    .option('--only <pattern>', 'requirement id, row (KQ-04), or glob (key-queue/*); may be repeated', collect, [])
    .option('--level <level>', 'only requirements of this level: MUST, STEP, SHOULD, MAY or PROFILE', parseLevel)
    .option('--waivers <file>', "waiver file, in place of the target file's own")
    .option('--as-of <date>', 'day on which waivers are judged (2027-03-31, UTC); default: today', parseDate)
    .option('--out <dir>', 'folder for the report', 'reports/latest')
    .option('--format <list>', `formats to write, with commas: ${formatNames}`, defaultFormats)
    .option('--workers <n>', 'processes that run checks', wholeNumber(1, 64), availableParallelism())
    .option('--shard <i/n>', 'run only the i-th of n parts; `merge` joins their reports', parseShard)
    .option(
      '--seed <n>',
      'what every input follows from; drawn afresh when not given',
      wholeNumber(0),
      randomInt(2 ** 31),
    )
    .option('--timeout <ms>', 'how long one answer may take', wholeNumber(1), 10_000)
    .option('--fail-fast', 'stop at the first failure')
    .option('--strict-profile', 'let deviations from the wire profile count as failures')
    .action(async (options: RunOptions) => finish(await run(options)))
}

async function run(options: RunOptions): Promise<number> {
  const stop = listenForStop()
  const formats = formatsOf(options.format)
  // It gets ready while the scenarios are read and the gateways are started.
  const runner = startRunner()
  try {
    const scenarios = await loadScenarios()
    // What is wrong in files of ours is said before a gateway is started.
    await waiversIn(options.waivers, scenarios)
    const opened = await openTarget(options)
    try {
      return await check(opened, options, { stop, formats, runner, scenarios })
    } finally {
      await opened.close()
    }
  } finally {
    runner.close()
  }
}

interface Means {
  readonly stop: Interruption
  readonly formats: readonly Format[]
  readonly runner: Runner
  readonly scenarios: readonly LoadedScenario[]
}

/** Runs what was chosen against an open target, writes the report, and gives the exit code. */
async function check(
  { target, network, fresh, editionsChosen, notes, waiverFile }: OpenTarget,
  options: RunOptions,
  { stop, formats, runner, scenarios }: Means,
): Promise<number> {
  const waivers = await waiversIn(options.waivers ?? waiverFile, scenarios)
  const choice = { only: [...options.only], ...(options.level && { level: options.level }) }
  const whole = select(
    editionsChosen.map((id) => editions[id]),
    scenarios,
    choice,
  )
  const selections = options.shard ? shardOf(whole, options.shard) : whole
  const checks = selections.flatMap(({ edition, scenarios }) =>
    scenarios.map(({ name, scenario }) => ({
      edition: edition.id,
      scenario: name,
      waits: scenario.waits ?? false,
      alone: scenario.world === withPeerAlone,
    })),
  )
  if (checks.length === 0) throw nothingToRun(selections, options.shard)
  await makeFolder(options.out)
  const startedAtMs = systemClock.now()
  const found = await runner.run(
    {
      target,
      network,
      fresh,
      seed: options.seed,
      timeoutMs: options.timeout,
      workers: Math.min(options.workers, checks.length),
      checks,
      failFast: options.failFast ?? false,
      strictProfile: options.strictProfile ?? false,
      reproduceWith: options.target === undefined ? '' : ` --target '${options.target}'`,
      progress: {
        live: process.stderr.isTTY ?? false,
        color: wantsColor(process.stderr),
        columns: process.stderr.columns ?? 80,
      },
    },
    {
      ...stop,
      onResult(result) {
        for (const { prepare } of formats) prepare?.(result)
      },
    },
  )
  const waived = applyWaivers([...found.results, ...judgedOverTheRun(selections, found.results, target)], {
    waivers,
    asOf: options.asOf ?? new Date(startedAtMs).toISOString().slice(0, 10),
    strictProfile: options.strictProfile ?? false,
  })
  const report = makeReport({
    suite,
    target,
    seed: options.seed,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: systemClock.now() - startedAtMs,
    complete: found.results.length === checks.length,
    selections,
    ...((choice.only.length > 0 || choice.level || options.shard) && {
      choice: { ...choice, ...(options.shard && { shard: options.shard }) },
    }),
    results: waived.results,
    waivers: waived.states,
    notes: [...dialectNotes(target), ...notes, ...notesOf(options, found, checks.length)],
  })
  const files = await writeReport(report, options.out, formats)
  if (found.defect !== '') process.stderr.write(debugText(`the test runner failed`, found.defect))
  process.stdout.write(renderTerminal(report, { color: wantsColor(process.stdout), files }))
  annotate(report)
  return exitCode(report)
}

/** The waivers of a file, where there is one; its checks are requirements or scenarios of any edition. */
async function waiversIn(path: string | undefined, scenarios: readonly LoadedScenario[]): Promise<readonly Waiver[]> {
  if (path === undefined) return []
  const ids = editionIds.flatMap((id) => editions[id].requirements.map((requirement) => requirement.id))
  return readWaivers(path, { names: new Set<string>([...ids, ...scenarios.map(({ name }) => name)]) })
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new ConfigurationError(`--out ${path}: expected a folder that can be written, it cannot be made (${why})`)
  }
}

function nothingToRun(selections: readonly Selection[], shard?: Shard): ConfigurationError {
  if (shard) {
    const text = `--shard ${shard.index}/${shard.count} has nothing to run; choose fewer shards`
    return new ConfigurationError(text)
  }
  const untested = selections.flatMap(({ requirements }) => requirements.map(({ id }) => id))
  const which =
    untested.length > 0
      ? `${[...new Set(untested)].slice(0, 3).join(', ')}: no scenario runs this alone`
      : 'nothing is chosen'
  return new ConfigurationError(
    `--only and --level leave nothing to run (${which}); \`mimi-conformance list\` shows what has scenarios`,
  )
}

/** What is judged over everything that was seen, where it was chosen. */
function judgedOverTheRun(
  selections: readonly Selection[],
  results: readonly StoredResult[],
  target: RunningTarget,
): StoredResult[] {
  const seen = results.map(restoreResult)
  const redact = redactor(tokensOf(target))
  return selections.flatMap(({ edition, requirements }) =>
    judgeRun(edition, seen, target).flatMap((result) => {
      const requirement = requirements.find(({ id }) => id === result.requirement)
      const story = 'Every answer of the run is looked at.'
      return requirement ? [storeResult(result, { text: requirement.text, story }, redact)] : []
    }),
  )
}

/** In which points the gateway differs from the wire profile, as its target file says. */
function dialectNotes({ dialect }: RunningTarget): Note[] {
  return dialectPoints(dialect).map((text) => ({ code: 'dialect', text: `Differs from the wire profile: ${text}.` }))
}

function notesOf(
  { strictProfile, failFast }: RunOptions,
  { results, interrupted, defect }: Found,
  planned: number,
): Note[] {
  const notes: Note[] = []
  if (strictProfile)
    notes.push({ code: noteCodes.strictProfile, text: 'Strict profile: a deviation counts as a failure.' })
  const rest = `${planned - results.length} of ${planned} checks did not run`
  if (interrupted) notes.push({ code: noteCodes.interrupted, text: `Interrupted: ${rest}.` })
  else if (results.length < planned && failFast)
    notes.push({ code: 'fail-fast', text: `Stopped at the first failure: ${rest}.` })
  else if (results.length < planned)
    notes.push({ code: 'runner-defect', text: `The test runner ended early: ${rest}.` })
  if (defect !== '' && results.length === planned)
    notes.push({ code: 'runner-defect', text: 'The test runner failed.' })
  return notes
}
