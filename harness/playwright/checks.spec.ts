// One test of the runner for each check of the plan: it runs the scenario and hands the result over as an attachment.
// A verdict never fails a test; only a defect of the suite throws.
import { existsSync } from 'node:fs'
import { test as base } from '@playwright/test'
import { type PlannedCheck, readPlan, titleOf } from './plan.ts'
import type { Worker } from './worker.ts'

const plan = readPlan()

const test = base.extend<Record<never, never>, { timeoutMs: number; worker: Worker }>({
  timeoutMs: [plan.timeoutMs, { option: true, scope: 'worker' }],
  worker: [
    async ({ timeoutMs }, use) => {
      // Only workers need the suite; the process that plans the tests starts sooner without it.
      const { openWorker } = await import('./worker.ts')
      const worker = await openWorker({ ...plan, timeoutMs })
      await use(worker)
      await worker.close()
    },
    { scope: 'worker' },
  ],
})

for (const check of plan.checks) register(check)

function register(check: PlannedCheck): void {
  test(titleOf(check), async ({ worker }, testInfo) => {
    if (existsSync(plan.stopFile)) return
    const body = JSON.stringify(await worker.run(check))
    await testInfo.attach('result', { body, contentType: 'application/json' })
  })
}
