// docs/x509.md lists every check of a certificate path and every chain on which OpenSSL says otherwise, as the code has them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { battery } from '../mls/x509/battery/all.ts'
import { allPathChecks } from '../mls/x509/checks/all.ts'

const page = readFileSync(join(fileURLToPath(new URL('../../', import.meta.url)), 'docs/x509.md'), 'utf8')

/** The cells of the table below this header. */
function rowsBelow(header: string): string[] {
  const lines = page.split('\n')
  const start = lines.indexOf(header)
  assert.ok(start >= 0, header)
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'))
  return lines.slice(start + 2, start + length)
}

test('each check stands there with its section, its row and how many chains of the battery it refuses', () => {
  assert.deepEqual(
    rowsBelow('| check | section | row | chains it refuses |'),
    allPathChecks.map(({ name, section, row }) => {
      const chains = battery.filter(({ refusedBy }) => refusedBy === name).length
      return `| ${name} | RFC ${section} | ${row} | ${chains} |`
    }),
  )
})

test('each difference from OpenSSL stands there with both verdicts and the reason', () => {
  assert.deepEqual(
    rowsBelow('| chain | here | OpenSSL | why |'),
    battery.flatMap(({ name, refusedBy, opensslDiffers: why }) => {
      const [here, there] = refusedBy === undefined ? ['accepted', 'refuses'] : ['refused', 'accepts']
      return why === undefined ? [] : [`| ${name} | ${here} | ${there} | ${why} |`]
    }),
  )
})
