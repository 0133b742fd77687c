// Configuration of the test runner for a run of the suite; the runner's CLI reads the default export.
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { readPlan, storyTimeoutMs } from './plan.ts'

const plan = readPlan()

export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testMatch: 'checks.spec.js',
  fullyParallel: true,
  workers: plan.workers,
  retries: 0,
  timeout: storyTimeoutMs(plan),
  outputDir: plan.scratchFolder,
  preserveOutput: 'never',
  reporter: [[fileURLToPath(new URL('./reporter.js', import.meta.url))]],
  // What is shipped is JavaScript already.
  build: { external: ['**/*'] },
})
