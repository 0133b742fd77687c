// The file that `init` writes: it is taken as it stands, names every member there is, and never takes the place of another.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parse } from 'yaml'
import { targetTemplate } from '../bin/target-template.ts'
import { loadTarget, targetFile } from '../harness/target.ts'
import { capabilities } from '../spec/capability.ts'
import { makePlace, type Place } from './command-line.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
})
after(() => place.remove())

test('what init writes is a target file, and a second init leaves it alone', async () => {
  const { code, stdout } = await place.run('init')
  assert.deepEqual([code, stdout], [0, 'target.yaml\n'])
  const { target } = await loadTarget(join(place.folder, 'target.yaml'))
  assert.deepEqual([target.name, target.capabilities], ['my-gateway', ['define-application', 'basic']])
  const again = await place.run('init')
  assert.deepEqual([again.code, again.stdout], [2, ''])
  assert.match(again.stderr, /^target\.yaml: expected a new file, there is such a file already/)
  assert.equal(await readFile(join(place.folder, 'target.yaml'), 'utf8'), targetTemplate())
  assert.match((await place.run('init', 'no/such/x.yaml')).stderr, /its folder does not exist\n$/)
})

test('names every member of a target file and every capability', () => {
  const text = targetTemplate()
  for (const member of Object.keys(targetFile.shape)) assert.match(text, new RegExp(`^(# )?${member}:`, 'm'))
  for (const capability of capabilities) assert.match(text, new RegExp(`^ +(# )?- ${capability}( |$)`, 'm'))
})

test('what stands there in comments is right as well', () => {
  const uncommented = targetTemplate()
    .split('\n')
    .map((line) => line.replace(/^( *)# (?= *(?:- |[a-zA-Z]+: ?(?:[[{"\w-]|$)))/, '$1'))
    .filter((line) => !/^#|^ +#/.test(line))
    .join('\n')
  const checked = targetFile.safeParse(parse(uncommented))
  assert.ok(checked.success, checked.error?.message)
  assert.ok(checked.data.gateways.length + checked.data.relays.length + checked.data.scriptedPeers.length === 3)
})
