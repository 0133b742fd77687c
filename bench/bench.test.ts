// The bench works, section by section, and its published figures say which section each comes from; no time is judged here.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sections } from './sections.ts'

const bench = fileURLToPath(new URL('./bench.js', import.meta.url))
const run = (...given: string[]) => spawnSync(process.execPath, [bench, ...given], { encoding: 'utf8' })

for (const { name } of sections)
  test(`the section ${name} runs at a tiny size and tells figures`, () => {
    const { status, stdout, stderr } = run('--tiny', name)
    assert.equal(status, 0, stderr)
    assert.match(stdout, new RegExp(`^${name}: .+\\n  .+ \\d`, 'm'))
    assert.doesNotMatch(stdout, /NaN|Infinity|undefined/)
    assert.match(stdout, /\d of \d+ goals met\n$/)
  })

test('a section that is not there is named, with those that are', () => {
  const { status, stderr } = run('htpt')
  assert.equal(status, 2)
  assert.match(stderr, /there is no section htpt; expected http, /)
})

test('docs/performance.md has a chapter for each section', () => {
  const text = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8')
  for (const { name } of sections) assert.match(text, new RegExp(`^## ${name}: `, 'm'))
})
