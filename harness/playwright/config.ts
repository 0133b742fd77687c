// Configuration of the test runner for a run of the suite; the runner's CLI reads the default export.
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { learnPlan, readPlan, storyTimeoutMs } from './plan.ts'

await learnPlan()
const plan = readPlan()

export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testMatch: 'checks.spec.js',
  fullyParallel: true,
  workers: plan.workers,
  retries: 0,
  timeout: storyTimeoutMs(plan),
  outputDir: plan.scratchFolder,
  // Tests write nothing; to look for what each may have left costs more than the whole folder, which the parent removes.
  preserveOutput: 'always',
  reporter: [[fileURLToPath(new URL('./reporter.js', import.meta.url))]],
  // What is shipped is JavaScript already.
  build: { external: ['**/*'] },
})
