// One test of the runner for each check of the plan: it runs the scenario, keeps the result and tells the reporter its
// verdict. A verdict never fails a test; only a defect of the suite throws.
import { existsSync } from 'node:fs'
import { mergeTests } from '@playwright/test'
import type { StoredResult } from '../report/model.ts'
import { groupsOf } from './groups.ts'
import { type PlannedCheck, readPlan, titleOf } from './plan.ts'
import { keepResult } from './results.ts'
import { verdictAnnotation } from './verdict-annotation.ts'
import type { Worker } from './worker.ts'

const plan = readPlan()

// Merged of nothing: the runner's own `test` prepares a browser for each test, at three times the cost of all the rest.
const test = mergeTests().extend<Record<never, never>, { timeoutMs: number; worker: Worker }>({
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

const { waiting, others } = groupsOf(plan)
for (const group of waiting) registerInARow(group, (worker, check) => worker.runTogether(check, group))
for (const group of others) registerInARow(group, (worker, check) => worker.run(check))

type Telling = (worker: Worker, check: PlannedCheck) => Promise<StoredResult>

/** One worker has the whole group; where it ends early, another one goes on with the rest. */
function registerInARow(group: readonly PlannedCheck[], tell: Telling): void {
  test.describe(() => {
    test.describe.configure({ mode: 'default' })
    for (const check of group)
      test(titleOf(check), async ({ worker }, { workerIndex, annotations }) => {
        if (existsSync(plan.stopFile)) return
        const result = await tell(worker, check)
        keepResult(plan, workerIndex, result)
        annotations.push({ type: verdictAnnotation, description: result.verdict })
      })
  })
}
