// The runner's reporter: shows progress, ends a run that fails fast, and keeps a result for tests that came to none.
import { writeFileSync } from 'node:fs'
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { editions } from '../../spec/editions.ts'
import type { StoredResult } from '../report/model.ts'
import type { Verdict } from '../result.ts'
import { isDue } from '../verdict.ts'
import { type Plan, type PlannedCheck, readPlan, storyTimeoutMs, titleOf } from './plan.ts'
import { Progress } from './progress.ts'
import { keepResult, reporter } from './results.ts'
import { verdictIn } from './verdict-annotation.ts'

/** Reads by the runner's loader. */
export default class ConformanceReporter implements Reporter {
  readonly plan = readPlan()
  readonly progress = new Progress(this.plan)
  readonly checks = new Map(this.plan.checks.map((check) => [titleOf(check), check]))

  onBegin(): void {
    // The parent holds the other end: when it is gone, nobody waits for this run any more.
    process.stdin.on('end', () => process.kill(process.pid, 'SIGINT'))
    process.stdin.resume()
    if ('unref' in process.stdin) process.stdin.unref()
  }

  onTestEnd({ title }: TestCase, ended: TestResult): void {
    const check = this.checks.get(title)
    const verdict = check && (verdictIn(ended) ?? this.keepUnfinished(check, ended))
    if (!verdict) return
    this.progress.show(check, verdict)
    const { failFast, strictProfile, stopFile } = this.plan
    const broken = verdict === 'fail' || (strictProfile && verdict === 'deviation')
    if (failFast && broken) writeFileSync(stopFile, '')
  }

  /** What went wrong outside of any test: for the parent, which decides who gets to see it. */
  onError(error: TestError): void {
    process.stderr.write(`${error.stack ?? error.message ?? error.value ?? 'unknown'}\n`)
  }

  onEnd(_: FullResult): void {
    this.progress.end()
  }

  printsToStdio(): boolean {
    return true
  }

  /** A test that ended without a result: given up by the runner, or a defect; nothing where the run was stopped. */
  private keepUnfinished(check: PlannedCheck, { status, error, duration }: TestResult): Verdict | undefined {
    if (status === 'passed' || status === 'interrupted' || status === 'skipped') return undefined
    const cause = `the story did not end within ${storyTimeoutMs(this.plan) / 1000} s`
    const summary = `the suite itself failed: ${error?.stack ?? error?.message ?? 'a worker ended'}`
    const result = emptyResult(check, this.plan, {
      ...(status === 'timedOut'
        ? { verdict: 'inconclusive', summary: cause, firstCause: cause }
        : { verdict: 'error', summary }),
      duration,
    })
    if (result) keepResult(this.plan, reporter, result)
    return result?.verdict
  }
}

type Ending = Pick<StoredResult, 'verdict' | 'summary'> & { firstCause?: string; duration: number }

function emptyResult({ edition, scenario }: PlannedCheck, plan: Plan, ending: Ending): StoredResult | undefined {
  const id = scenario.replace(/\..*$/, '')
  const requirement = editions[edition].requirements.find((candidate) => candidate.id === id)
  if (!requirement) return undefined
  const { rows, level, binds, section, text, readings = [] } = requirement
  const { duration, ...outcome } = ending
  return {
    ...outcome,
    edition,
    requirement: requirement.id,
    rows: [...rows],
    level,
    binds,
    section,
    text,
    scenario,
    story: '',
    due: isDue(requirement, plan.target.capabilities),
    durationMs: duration,
    mismatches: [],
    readings: [...readings],
    reproduce: `npx mimi-conformance run --only '${scenario}' --edition ${edition} --seed ${plan.seed}${plan.reproduceWith}`,
    evidence: {},
    exchanges: [],
  }
}
