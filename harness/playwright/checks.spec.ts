// One test of the runner for each check of the plan: it runs the scenario and hands the result over as an attachment.
// A verdict never fails a test; only a defect of the suite throws.
import { existsSync } from 'node:fs'
import { test as base } from '@playwright/test'
import { editions } from '../../spec/editions.ts'
import { execute } from '../execute.ts'
import { loadScenarios } from '../load.ts'
import { redactor } from '../report/redact.ts'
import { storeResult } from '../report/store.ts'
import { tokensOf } from '../target.ts'
import { type Channel, impatient } from '../transport/recorder.ts'
import { openSockets } from '../transport/socket.ts'
import { readPlan, titleOf } from './plan.ts'
import { systemClock } from './system-clock.ts'

const plan = readPlan()
const scenarios = new Map((await loadScenarios()).map((loaded) => [loaded.name, loaded]))
const redact = redactor(tokensOf(plan.target))

const test = base.extend<Record<never, never>, { timeoutMs: number; wire: Channel }>({
  timeoutMs: [plan.timeoutMs, { option: true, scope: 'worker' }],
  wire: [
    async ({ timeoutMs }, use) => {
      const sockets = openSockets(timeoutMs)
      await use(impatient(sockets.channel))
      await sockets.close()
    },
    { scope: 'worker' },
  ],
})

for (const check of plan.checks) {
  test(titleOf(check), async ({ wire }, testInfo) => {
    if (existsSync(plan.stopFile)) return
    const loaded = scenarios.get(check.scenario)
    if (!loaded) throw new Error(`there is no scenario ${check.scenario}`)
    const edition = editions[check.edition]
    const { target, seed } = plan
    const result = await execute(loaded, { edition, target, channel: wire, seed, clock: systemClock })
    const { text = '' } = edition.requirements.find(({ id }) => id === result.requirement) ?? {}
    const told = { ...result, reproduce: result.reproduce + plan.reproduceWith }
    const stored = storeResult(told, { text, story: loaded.scenario.story }, redact)
    await testInfo.attach('result', { body: JSON.stringify(stored), contentType: 'application/json' })
  })
}
