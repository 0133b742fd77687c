// `run`: the suite against a target, a report in the formats asked for, and the exit code that says it in one number.
import { randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { Command } from 'commander'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { launchTarget } from '../../harness/launch/launch.ts'
import { attachNetwork } from '../../harness/link/attach.ts'
import type { NetworkAddress } from '../../harness/link/remote.ts'
import { loadScenarios } from '../../harness/load.ts'
import { runChecks } from '../../harness/playwright/run.ts'
import { systemClock } from '../../harness/playwright/system-clock.ts'
import { reachTarget } from '../../harness/reach.ts'
import { defaultFormats, formatsOf, writeReport } from '../../harness/report/formats.ts'
import type { Note, StoredResult } from '../../harness/report/model.ts'
import { redactor } from '../../harness/report/redact.ts'
import { restoreResult, storeResult } from '../../harness/report/store.ts'
import { renderTerminal } from '../../harness/report/terminal.ts'
import { exitCode, makeReport, noteCodes } from '../../harness/report.ts'
import { judgeRun } from '../../harness/run-wide.ts'
import { type Selection, select } from '../../harness/select.ts'
import { type LaunchedTarget, loadTarget, type RunningTarget, tokensOf, type Wiring } from '../../harness/target.ts'
import { openSockets } from '../../harness/transport/socket.ts'
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import type { Level } from '../../spec/requirement.ts'
import { debugLog, debugText, wantsColor } from '../console.ts'
import { linkTimeoutMs, startEmbedded } from '../embedded.ts'
import { collect, collectEdition, parseLevel, wholeNumber } from '../options.ts'
import { suite } from '../package.ts'
import { playedDomains } from '../reference-target.ts'
import { listenForStop } from '../stop.ts'
import { newToken, system } from '../system.ts'

interface RunOptions {
  readonly target?: string
  readonly edition?: readonly EditionId[]
  readonly only: readonly string[]
  readonly level?: Level
  readonly out: string
  readonly format: string
  readonly workers: number
  readonly seed: number
  readonly timeout: number
  readonly failFast?: true
  readonly strictProfile?: true
}

export function runCommand(finish: (code: number) => void): Command {
  return new Command('run')
    .description('run the suite against a gateway, by default against the embedded reference gateways')
    .option('--target <file>', 'target file (YAML or JSON) that describes the gateway under test')
    .option('--edition <id>', `edition of the draft: ${editionIds.join(', ')}; may be repeated`, collectEdition)
    .option('--only <pattern>', 'requirement id, row (KQ-04), or glob (key-queue/*); may be repeated', collect, [])
    .option('--level <level>', 'only requirements of this level: MUST, STEP, SHOULD, MAY or PROFILE', parseLevel)
    .option('--out <dir>', 'folder for the report', 'reports/latest')
    .option('--format <list>', 'formats to write, with commas: json, html, junit, markdown', defaultFormats)
    .option('--workers <n>', 'processes that run checks', wholeNumber(1, 64), availableParallelism())
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
  const { target, network, editionsChosen, notes, close } = await openTarget(options)
  try {
    const selections = select(
      editionsChosen.map((id) => editions[id]),
      await loadScenarios(),
      { only: options.only, ...(options.level && { level: options.level }) },
    )
    const checks = selections.flatMap(({ edition, scenarios }) =>
      scenarios.map(({ name, scenario }) => ({ edition: edition.id, scenario: name, waits: scenario.waits ?? false })),
    )
    if (checks.length === 0) throw nothingToRun(selections)
    await makeFolder(options.out)
    const startedAtMs = systemClock.now()
    const found = await runChecks(
      {
        target,
        network,
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
      stop,
    )
    const report = makeReport({
      suite,
      target,
      seed: options.seed,
      startedAt: new Date(startedAtMs).toISOString(),
      durationMs: systemClock.now() - startedAtMs,
      complete: found.results.length === checks.length,
      selections,
      results: [...found.results, ...judgedOverTheRun(selections, found.results, target)],
      notes: [...notes, ...notesOf(options, found, checks.length)],
    })
    const files = await writeReport(report, options.out, formats)
    if (found.defect !== '') process.stderr.write(debugText(`the test runner failed`, found.defect))
    process.stdout.write(renderTerminal(report, { color: wantsColor(process.stdout), files }))
    return exitCode(report)
  } finally {
    await close()
  }
}

interface OpenTarget {
  readonly target: RunningTarget
  /** Absent where the links between the target's gateways are not ours. */
  readonly network?: NetworkAddress
  readonly editionsChosen: readonly EditionId[]
  /** What the report has to say of the start. */
  readonly notes: readonly Note[]
  close(): Promise<void>
}

async function openTarget({ target: file, edition: wanted, timeout, seed }: RunOptions): Promise<OpenTarget> {
  const inOrder = (ids: readonly EditionId[]) => editionIds.filter((id) => ids.includes(id))
  if (file === undefined) {
    const editionsChosen = inOrder(wanted ?? editionIds)
    const embedded = await startEmbedded(editionsChosen, seed, debugLog)
    return { ...embedded, editionsChosen, notes: [] }
  }
  const target = await loadTarget(file)
  const stranger = wanted?.find((id) => !target.editions.includes(id))
  if (stranger) {
    const declared = target.editions.join(', ')
    throw new ConfigurationError(
      `--edition ${stranger}: ${file} declares ${declared}; choose one of these or add it there`,
    )
  }
  const editionsChosen = inOrder(wanted ?? target.editions)
  if ('launch' in target) return launched(target, editionsChosen, seed)
  const sockets = openSockets(timeout)
  try {
    await reachTarget(target, file, sockets.channel, systemClock)
  } finally {
    await sockets.close()
  }
  if (target.wiring) return attached(target, target.wiring, { file, editionsChosen, seed })
  return { target, editionsChosen, notes: [], close: async () => {} }
}

async function launched(
  target: LaunchedTarget,
  editionsChosen: readonly EditionId[],
  seed: number,
): Promise<OpenTarget> {
  const { random } = system
  const started = await launchTarget({
    target,
    editions: editionsChosen,
    played: playedDomains,
    seed,
    clock: systemClock,
    random,
  })
  const { instances, network, notes, close } = started
  return { target: { ...target, gateways: instances }, network, editionsChosen, notes, close }
}

interface Attaching {
  readonly file: string
  readonly editionsChosen: readonly EditionId[]
  readonly seed: number
}

/** Gateways that run already and send to each other through the suite. */
async function attached(
  target: RunningTarget,
  wiring: Wiring,
  { file, editionsChosen, seed }: Attaching,
): Promise<OpenTarget> {
  const sockets = openSockets(linkTimeoutMs)
  const options = { target, wiring, file, editions: editionsChosen, clock: systemClock, seed, token: newToken() }
  const network = await attachNetwork({ ...options, reach: sockets.channel })
  const close = async () => {
    await network.close()
    await sockets.close()
  }
  return { target, network: network.address, editionsChosen, notes: [], close }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new ConfigurationError(`--out ${path}: expected a folder that can be written, it cannot be made (${why})`)
  }
}

function nothingToRun(selections: readonly Selection[]): ConfigurationError {
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

function notesOf(
  { strictProfile, failFast }: RunOptions,
  { results, interrupted, defect }: Awaited<ReturnType<typeof runChecks>>,
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
