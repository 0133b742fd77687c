// Every mutant that the blind measure sets aside exists: one whose code has changed since has to be looked at again.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { equivalents } from './equivalent.ts'
import { sourceAt } from './instrument.ts'

const dist = fileURLToPath(new URL('../../', import.meta.url))

test('what is set aside stands in the code as it is written here', () => {
  for (const { file, source } of equivalents) {
    const lines = readFileSync(`${dist}${file}`, 'utf8').split('\n')
    assert.ok(
      lines.some((_, index) => sourceAt(lines, index).startsWith(source)),
      `${file}: ${source}`,
    )
  }
})
