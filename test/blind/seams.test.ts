// What the blind measure leaves out as never called by a gateway is called by no file of the gateway.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { seams } from './seams.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const code = ['reference', 'mls'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => /(?<!\.test|\.kit)\.ts$/.test(name) && !parentPath.includes('vectors'))
    .map(({ name, parentPath }) => join(parentPath, name)),
)

test('a seam for faulty gateways is defined where it is said to be, and no gateway calls it', () => {
  for (const [home, names] of Object.entries(seams))
    for (const name of names) {
      const own = join(root, `${home}.ts`)
      assert.ok(new RegExp(`^(?:export )?function ${name}\\b`, 'm').test(readFileSync(own, 'utf8')), name)
      const calling = code.filter((file) => new RegExp(`\\b${name}\\(`).test(readFileSync(file, 'utf8')))
      assert.deepEqual(
        calling.filter((file) => file !== own),
        [],
        name,
      )
    }
})
