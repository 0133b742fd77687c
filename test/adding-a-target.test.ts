// The packed package works in an empty folder, and docs/adding-a-target.md is right, command by command.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { followTranscript } from './transcript.test.kit.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mimi-package-'))
before(() => {
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'pipe' })
})
after(() => rmSync(folder, { recursive: true, force: true }))

test('docs/adding-a-target.md leads from an empty folder to a report, as it is written', () =>
  followTranscript('docs/adding-a-target.md', folder))

test('the package has what users need, and neither sources nor tests', () => {
  const installed = join(folder, 'node_modules', 'mimi-conformance')
  const files = readdirSync(installed, { recursive: true }).map(String)
  const own = files.filter((file) => !file.startsWith('node_modules'))
  assert.deepEqual(
    own.filter((file) => /\.test\.|(?<!\.d)\.ts$|\.map$/.test(file)),
    [],
  )
  for (const needed of [
    'dist/bin/mimi-conformance.js',
    'docs/report.schema.json',
    'fixtures/gateways/minimal/gateway.js',
  ])
    assert.ok(own.includes(needed), needed)
})
