// Follows docs/for-spec-authors.md as it is written, and tries what `spec` says to wrong input.
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { makePlace, type Place } from './command-line.test.kit.ts'
import { followTranscript } from './transcript.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
  // npx finds the compiled command as it would the installed one, and asks no registry.
  const command = fileURLToPath(new URL('../bin/mimi-conformance.js', import.meta.url))
  const installed = join(place.folder, 'node_modules', '.bin')
  await mkdir(installed, { recursive: true })
  const script = `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`
  await writeFile(join(installed, 'mimi-conformance'), script, { mode: 0o755 })
})
after(() => place.remove())

test('every command of the page says what the page shows', () =>
  followTranscript('docs/for-spec-authors.md', place.folder))

test('what is no draft ends in one line and exit code 2', async () => {
  await mkdir(join(place.folder, 'folder.md'))
  const files: readonly [string, string | Uint8Array, string][] = [
    ['empty.md', '\n', 'it is empty'],
    [
      'prose.md',
      'A gateway MUST exist.\n',
      'no line "--- middle", no rfc element and no title page of a published draft was found',
    ],
    ['hollow.md', '--- middle\n', 'nothing is written in it'],
    [
      'broken.xml',
      '<?xml version="1.0"?><rfc><middle></rfc>',
      'it is no well-formed XML: Opening and ending tag mismatch: "middle" != "rfc"',
    ],
    ['octets.md', Uint8Array.of(0xff, 0xfe, 0), 'it cannot be read as UTF-8'],
    ['binary.md', '--- middle\n\0', 'it is binary'],
    ['huge.md', new Uint8Array(10 * 1024 * 1024).fill(0x61), 'it has 10485760 bytes, more than 4194304'],
  ]
  for (const [name, content] of files) await writeFile(join(place.folder, name), content)
  const cases = [...files.map(([name, , why]) => [name, why]), ['folder.md', 'this is no file']]
  for (const [name, why] of cases) {
    const { code, stdout, stderr } = await place.run('spec', 'coverage', `${name}`)
    const line = `${name}: expected an Internet-Draft (kramdown-rfc Markdown, RFC XML or plain text), ${why}\n`
    assert.deepEqual([code, stdout, stderr], [2, '', line])
  }
})
