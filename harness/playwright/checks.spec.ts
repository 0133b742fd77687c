// One test of the runner for each check of the plan: it runs the scenario, keeps the result and tells the reporter its
// verdict. A verdict never fails a test; only a defect of the suite throws.
import { existsSync } from 'node:fs'
import { mergeTests } from '@playwright/test'
import { readPlan, titleOf } from './plan.ts'
import { keepResult } from './results.ts'
import { rowsOf } from './rows.ts'
import { verdictAnnotation } from './verdict-annotation.ts'
import type { Worker } from './worker.ts'

const plan = readPlan()

// Merged of nothing: the runner's own `test` prepares a browser for each test, at three times the cost of all the rest.
const test = mergeTests().extend<Record<never, never>, { timeoutMs: number; worker: Worker }>({
  timeoutMs: [plan.timeoutMs, { option: true, scope: 'worker' }],
  worker: [
    async ({ timeoutMs }, use, { workerIndex, parallelIndex }) => {
      // Only workers need the suite; the process that plans the tests starts sooner without it.
      const { openWorker } = await import('./worker.ts')
      // In the place of one that ended, it tells again what that one had begun: not with the names that are known now.
      const again = workerIndex === parallelIndex ? {} : { fresh: `${plan.fresh ?? ''} ${workerIndex}` }
      const worker = openWorker({ ...plan, timeoutMs, ...again })
      await use(worker)
      await worker.close()
    },
    { scope: 'worker' },
  ],
})

for (const { checks, waiting, abreast } of rowsOf(plan))
  test.describe(() => {
    // One worker has the whole row; where it ends early, another one goes on with the rest.
    test.describe.configure({ mode: 'default' })
    for (const [index, check] of checks.entries())
      test(titleOf(check), async ({ worker }, { workerIndex, annotations }) => {
        if (existsSync(plan.stopFile)) return
        worker.begin(waiting)
        worker.begin(checks.slice(index, index + abreast))
        const result = await worker.run(check)
        keepResult(plan, workerIndex, result)
        annotations.push({ type: verdictAnnotation, description: result.verdict })
      })
  })
