// Finds a Chromium for the tests that look at the report as a person does.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a browser's executable: `MIMI_BROWSER`, the system's, or Playwright's own; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['MIMI_BROWSER']
  return [...(named ? [named] : []), ...installed, chromium.executablePath()].find((path) => existsSync(path))
}
