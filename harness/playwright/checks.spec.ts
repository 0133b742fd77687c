// One test of the runner for each check of the plan: it runs the scenario and hands the result over as an attachment.
// A verdict never fails a test; only a defect of the suite throws.
import { existsSync } from 'node:fs'
import { test as base } from '@playwright/test'
import type { StoredResult } from '../report/model.ts'
import { type PlannedCheck, readPlan, titleOf } from './plan.ts'
import type { Worker } from './worker.ts'

const plan = readPlan()

const test = base.extend<Record<never, never>, { timeoutMs: number; worker: Worker }>({
  timeoutMs: [plan.timeoutMs, { option: true, scope: 'worker' }],
  worker: [
    async ({ timeoutMs }, use) => {
      // Only workers need the suite; the process that plans the tests starts sooner without it.
      const { openWorker } = await import('./worker.ts')
      const worker = openWorker({ ...plan, timeoutMs })
      await use(worker)
      await worker.close()
    },
    { scope: 'worker' },
  ],
})

/** Stories that wait are told this many at a time: more would hold one another up. */
const together = 8

const waiting = plan.checks.filter(({ waits }) => waits)
for (let first = 0; first < waiting.length; first += together) {
  const group = waiting.slice(first, first + together)
  test.describe(() => {
    // One worker has the whole group; it begins all of these stories with the first.
    test.describe.configure({ mode: 'default' })
    for (const check of group) register(check, (worker) => worker.runTogether(check, group))
  })
}
for (const check of plan.checks.filter(({ waits }) => !waits)) register(check, (worker) => worker.run(check))

function register(check: PlannedCheck, run: (worker: Worker) => Promise<StoredResult>): void {
  test(titleOf(check), async ({ worker }, testInfo) => {
    if (existsSync(plan.stopFile)) return
    const body = JSON.stringify(await run(worker))
    await testInfo.attach('result', { body, contentType: 'application/json' })
  })
}
