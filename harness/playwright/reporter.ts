// The runner's reporter: appends each result to the results file as it comes, shows progress, ends a run that fails fast.
import { appendFileSync, writeFileSync } from 'node:fs'
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { editions } from '../../spec/editions.ts'
import type { StoredResult } from '../report/model.ts'
import { isDue } from '../verdict.ts'
import { type Plan, type PlannedCheck, readPlan, storyTimeoutMs, titleOf } from './plan.ts'
import { Progress } from './progress.ts'

/** Reads by the runner's loader. */
export default class ConformanceReporter implements Reporter {
  readonly plan = readPlan()
  readonly progress = new Progress(this.plan)

  onBegin(): void {
    // The parent holds the other end: when it is gone, nobody waits for this run any more.
    process.stdin.on('end', () => process.kill(process.pid, 'SIGINT'))
    process.stdin.resume()
    if ('unref' in process.stdin) process.stdin.unref()
  }

  onTestEnd(test: TestCase, ended: TestResult): void {
    const body = ended.attachments.find(({ name }) => name === 'result')?.body
    const result = body ? (JSON.parse(body.toString()) as StoredResult) : this.unfinished(test, ended)
    if (!result) return
    appendFileSync(this.plan.resultsFile, `${JSON.stringify(result)}\n`)
    this.progress.show(result)
    const { failFast, strictProfile, stopFile } = this.plan
    const broken = result.verdict === 'fail' || (strictProfile && result.verdict === 'deviation')
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
  private unfinished(test: TestCase, { status, error, duration }: TestResult): StoredResult | undefined {
    const check = this.plan.checks.find((candidate) => titleOf(candidate) === test.title)
    if (!check || status === 'passed' || status === 'interrupted' || status === 'skipped') return undefined
    if (status === 'timedOut') {
      const cause = `the story did not end within ${storyTimeoutMs(this.plan) / 1000} s`
      return emptyResult(check, this.plan, { verdict: 'inconclusive', summary: cause, firstCause: cause, duration })
    }
    const summary = `the suite itself failed: ${error?.stack ?? error?.message ?? 'a worker ended'}`
    return emptyResult(check, this.plan, { verdict: 'error', summary, duration })
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
