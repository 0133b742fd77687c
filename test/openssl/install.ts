// Sees to it that OpenSSL 3 is there before the tests run; where it cannot be had, the comparison with it is skipped and says so.
import { spawnSync } from 'node:child_process'
import { isComparable, opensslVersion } from './find.ts'

const attempts: readonly (readonly string[])[] = [
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'openssl'],
]

for (const [command = '', ...rest] of attempts) {
  if (isComparable(opensslVersion())) break
  console.error(`no OpenSSL 3 found to compare with; trying: ${[command, ...rest].join(' ')}`)
  spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
}

if (!isComparable(opensslVersion()))
  console.error('No OpenSSL 3: certificate chains are judged by this project alone, and the comparison is skipped.')
