// Sees to it that a browser is there before the tests run: one that is installed, Playwright's own, or the system's.
import { spawnSync } from 'node:child_process'
import { findBrowser } from './find.ts'

const attempts: readonly (readonly string[])[] = [
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ['npx', 'playwright', 'install', 'chromium'],
]

for (const [command = '', ...rest] of attempts) {
  if (findBrowser()) break
  console.error(`no browser found for the report's tests; trying: ${[command, ...rest].join(' ')}`)
  spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
}

if (!findBrowser()) {
  console.error('No browser: the tests of the HTML report need Chromium. Install it with your package manager')
  console.error('(Debian: apt-get install chromium), or set MIMI_BROWSER to an executable of Chromium or Chrome.')
  process.exitCode = 1
}
