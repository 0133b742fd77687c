// Starts the test runner in a process of its own, gives it a plan, and gives back what it found, also when it was stopped.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as setImmediatePromise, setTimeout as setTimeoutPromise } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { StoredResult } from '../report/model.ts'
import { type Plan, planVariable } from './plan.ts'
import { type KeptResults, keptResults } from './results.ts'

export interface Found {
  readonly results: readonly StoredResult[]
  readonly interrupted: boolean
  /** What the runner said when it failed; empty where it did its work. */
  readonly defect: string
}

/** A run that can be ended early. */
export interface Interruption {
  /** Calls back at the first and at every later request to stop; gives a function that ends this. */
  onStop(stop: () => void): () => void
}

/** Who is told of a run while it goes on, and can end it early. */
export interface Attendance extends Interruption {
  /** Hears of each result soon after it was found; which results count is said in the end. */
  onResult(result: StoredResult): void
}

/** A test runner in a process of its own. */
export interface Runner {
  /** Runs the checks of a plan, once. Nothing is left running, and nothing is left in the file system. */
  run(plan: Omit<Plan, 'resultsFolder' | 'stopFile' | 'scratchFolder'>, attendance: Attendance): Promise<Found>
  /** Ends it where it still runs. */
  close(): void
}

/** Time the runner has to stop its workers after it was asked to, in milliseconds. */
const graceMs = 3_000

/** Starts a runner, which gets ready while its plan is made. */
export function startRunner(): Runner {
  const child = spawnRunner()
  const outcome = ended(child)
  // Who asks for a run is told.
  outcome.catch(() => {})
  return {
    run: (plan, attendance) => runPlan({ child, outcome }, plan, attendance),
    close() {
      if (child.exitCode === null && child.signalCode === null) killGroup(child)
    },
  }
}

interface Started {
  readonly child: ChildProcess
  readonly outcome: ReturnType<typeof ended>
}

async function runPlan({ child, outcome }: Started, plan: Parameters<Runner['run']>[0], attendance: Attendance) {
  const folder = await mkdtemp(join(tmpdir(), 'mimi-conformance-'))
  const resultsFolder = join(folder, 'results')
  const planFile = join(folder, 'plan.json')
  const files = { resultsFolder, stopFile: join(folder, 'stop'), scratchFolder: join(folder, 'scratch') }
  const over = new AbortController()
  try {
    await mkdir(resultsFolder)
    await writeFile(planFile, JSON.stringify({ ...plan, ...files } satisfies Plan), { mode: 0o600 })
    let interrupted = false
    let grace: NodeJS.Timeout | undefined
    const forget = attendance.onStop(() => {
      if (interrupted) return killGroup(child)
      interrupted = true
      child.kill('SIGINT')
      grace = setTimeout(() => killGroup(child), graceMs)
    })
    const results = keptResults(files)
    const following = follow(results, attendance, over.signal)
    // What went wrong there is thrown below, once the runner has ended.
    following.catch(() => {})
    child.stdin?.write(`${planFile}\n`)
    const { code, output } = await outcome
    forget()
    clearTimeout(grace)
    if (code !== 0) killGroup(child)
    over.abort()
    await following
    return {
      results: results.inOrder(plan.checks),
      interrupted,
      defect: interrupted || code === 0 ? '' : output.trim() || `runner ended with ${code}`,
    }
  } finally {
    over.abort()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Often enough that little is left to do in the end, seldom enough to cost nothing. */
const followEveryMs = 200

/** Tells of results until the run is over, and of the last ones then. */
async function follow(results: KeptResults, { onResult }: Attendance, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await setTimeoutPromise(followEveryMs, undefined, { signal: over }).catch(() => {})
    for (const result of await results.more()) {
      onResult(result)
      // Gateways and links in this process answer in between.
      await setImmediatePromise()
    }
  }
}

function spawnRunner(): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const config = fileURLToPath(new URL('./config.js', import.meta.url))
  const child = spawn(process.execPath, [cli, 'test', '--config', config], {
    // A group of its own: a Ctrl-C of the terminal reaches us alone, and all of it can be ended together.
    detached: true,
    // The suite is JavaScript already: without the runner's own loader it starts in half the time. A plan that stands in
    // our own environment is another run's.
    env: { ...process.env, [planVariable]: undefined, PW_DISABLE_TS_ESM: '1', FORCE_COLOR: '0' },
    stdio: ['pipe', 'pipe', 'pipe', 2],
  })
  // Where it has ended before it was told its plan, its outcome says so.
  child.stdin?.on('error', () => {})
  return child
}

async function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = ''
  const keep = (chunk: unknown) => {
    output = (output + String(chunk)).slice(-20_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Ends the runner and its workers at once; does nothing where they have ended. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // There is no such process any more.
  }
}
