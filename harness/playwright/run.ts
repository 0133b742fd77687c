// Starts the test runner on a plan in a process of its own, and gives back what it found, also when it was stopped.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StoredResult } from '../report/model.ts'
import { type Plan, planVariable } from './plan.ts'
import { readResults } from './results.ts'

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

/** Time the runner has to stop its workers after it was asked to, in milliseconds. */
const graceMs = 3_000

/** Runs the checks of a plan. Nothing is left running, and nothing is left in the file system. */
export async function runChecks(
  plan: Omit<Plan, 'resultsFolder' | 'stopFile' | 'scratchFolder'>,
  { onStop }: Interruption,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'mimi-conformance-'))
  const resultsFolder = join(folder, 'results')
  const planFile = join(folder, 'plan.json')
  const files = { resultsFolder, stopFile: join(folder, 'stop'), scratchFolder: join(folder, 'scratch') }
  try {
    await mkdir(resultsFolder)
    await writeFile(planFile, JSON.stringify({ ...plan, ...files } satisfies Plan), { mode: 0o600 })
    const child = startRunner(planFile)
    let interrupted = false
    let grace: NodeJS.Timeout | undefined
    const forget = onStop(() => {
      if (interrupted) return killGroup(child)
      interrupted = true
      child.kill('SIGINT')
      grace = setTimeout(() => killGroup(child), graceMs)
    })
    const { code, output } = await ended(child)
    forget()
    clearTimeout(grace)
    if (code !== 0) killGroup(child)
    const results = await readResults({ resultsFolder, checks: plan.checks })
    return {
      results,
      interrupted,
      defect: interrupted || code === 0 ? '' : output.trim() || `runner ended with ${code}`,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function startRunner(planFile: string): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const config = fileURLToPath(new URL('./config.js', import.meta.url))
  return spawn(process.execPath, [cli, 'test', '--config', config], {
    // A group of its own: a Ctrl-C of the terminal reaches us alone, and all of it can be ended together.
    detached: true,
    // The suite is JavaScript already: without the runner's own loader it starts in half the time.
    env: { ...process.env, [planVariable]: planFile, PW_DISABLE_TS_ESM: '1', FORCE_COLOR: '0' },
    stdio: ['pipe', 'pipe', 'pipe', 2],
  })
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
