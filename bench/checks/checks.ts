// What a check of the suite costs: in process, where that time goes, and in the whole command.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { againstReference } from '../../bin/in-process.ts'
import { appliesTo, execute } from '../../harness/execute.ts'
import { type LoadedScenario, loadScenarios } from '../../harness/load.ts'
import { editionIds } from '../../spec/edition.ts'
import { cpuMicros, type Section } from '../section.ts'
import { profiled } from './profile.ts'

const places = {
  'MLS (mls/, ts-mls, cryptography)': /\/mls\/|ts-mls|@noble|@hpke|node:internal\/crypto/,
  'reference gateway': /\/reference\//,
  'suite (harness, simulator, scenarios)': /\/(harness|simulator|scenarios|spec|zod)\//,
}
const wholeRunGoalMs = 40_000
/** The scenarios that show that the section works. */
const few = 'client-registration/*'

export const checks: Section = {
  name: 'checks',
  measures: 'all checks of both editions against the reference gateway, in process and by the run command',
  async run(say, scale) {
    const all = await loadScenarios()
    const scenarios = scale === 'full' ? all : all.slice(0, 3)
    const count = await runAll(scenarios)
    const cpuMs = (await cpuMicros(() => runAll(scenarios))) / 1000
    say({
      what: `${count} checks in process, one thread, CPU time`,
      figure: `${cpuMs.toFixed(0)} ms, ${(cpuMs / count).toFixed(1)} ms a check`,
    })
    const shares = await profiled(() => runAll(scenarios), places)
    for (const [place, share] of Object.entries(shares).sort(([, left], [, right]) => right - left))
      say({ what: `  of that: ${place}`, figure: `${(share * 100).toFixed(0)} %` })

    const run = runCommand(scale === 'full' ? [] : ['--only', few])
    if ('why' in run) return say({ what: 'the run command wrote no report', figure: run.why })
    say({
      what: `the run command, ${run.results} checks, exit code ${run.exitCode}`,
      figure: `${(run.wallMs / 1000).toFixed(1)} s, ${(run.wallMs / run.results).toFixed(1)} ms a check`,
      goal: { text: `at most ${wholeRunGoalMs / 1000} s`, isMet: run.wallMs <= wholeRunGoalMs },
    })
    say({ what: '  scenarios under way, on average', figure: (run.toldMs / run.wallMs).toFixed(2) })
    say({ what: '  report.json', figure: `${(run.reportBytes / 1e6).toFixed(1)} MB` })
  },
}

/** Runs scenarios in every edition they apply to; gives how many checks those were. */
async function runAll(scenarios: readonly LoadedScenario[]): Promise<number> {
  let count = 0
  for (const id of editionIds) {
    const { execution, close } = againstReference(id)
    for (const loaded of scenarios.filter((one) => appliesTo(one, execution.edition))) {
      await execute(loaded, execution)
      count++
    }
    await close()
  }
  return count
}

interface Run {
  readonly exitCode: number | null
  readonly results: number
  readonly wallMs: number
  /** Sum of what each check took. */
  readonly toldMs: number
  readonly reportBytes: number
}

/** The whole command, as a user types it; why there is nothing to measure where it wrote no report. */
function runCommand(choice: readonly string[]): Run | { readonly why: string } {
  const out = mkdtempSync(join(tmpdir(), 'mimi-bench-'))
  try {
    const command = fileURLToPath(new URL('../../bin/mimi-conformance.js', import.meta.url))
    const start = performance.now()
    const given = [command, 'run', '--out', out, '--format', 'json', ...choice]
    const { status, signal, error, stderr } = spawnSync(process.execPath, given, {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const wallMs = performance.now() - start
    const file = join(out, 'report.json')
    if (!existsSync(file)) return { why: whyNone({ ended: error?.message ?? signal ?? `exit code ${status}`, stderr }) }
    const text = readFileSync(file)
    const { results } = JSON.parse(text.toString()) as { results: { durationMs: number }[] }
    const toldMs = results.reduce((sum, { durationMs }) => sum + durationMs, 0)
    return { exitCode: status, results: results.length, wallMs, toldMs, reportBytes: text.length }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** How the command ended and the last it said, on one line. */
function whyNone({ ended, stderr }: { readonly ended: string; readonly stderr: Buffer | null }): string {
  const last = stderr?.toString().trim().split('\n').at(-1) ?? ''
  return last === '' ? ended : `${ended}: ${last}`
}
