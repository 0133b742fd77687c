// The published vectors hold; without the folder beside the project the tests are skipped and say so.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { seededRandom } from '../world.test.kit.ts'
import { findVectors, leftOut, runVectors, vectorFiles, vectorFolder } from './run.ts'
import { treeMath } from './trees.ts'

const folder = vectorFolder(process.env['MIMI_VECTORS'])

for (const file of vectorFiles) {
  const path = findVectors(folder, file.name)
  const skip =
    path === undefined ? `no published vectors in ${folder} (set MIMI_VECTORS to the folder around it)` : false
  test(`vectors ${file.name}: ${file.fact}`, { skip }, async () => {
    const { passed, failures } = await runVectors(file, path ?? '', seededRandom(`vectors ${file.name}`))
    const [first] = failures
    if (first !== undefined) throw new Error(`case ${first.number}`, { cause: first.error })
    assert.ok(passed > 0)
  })
}

test('a case that does not hold is counted, one of an unknown suite is skipped with its reason', async (context) => {
  const made = mkdtempSync(join(tmpdir(), 'vectors-'))
  context.after(() => rmSync(made, { recursive: true }))
  const path = join(made, 'made.json')
  const good = { n_leaves: 1, n_nodes: 1, root: 0, left: [null], right: [null], parent: [null], sibling: [null] }
  writeFileSync(path, JSON.stringify([good, { ...good, root: 1 }, good]))
  const random = seededRandom('made')
  const { passed, failures } = await runVectors(treeMath, path, random)
  assert.deepEqual([passed, failures.map(({ number }) => number)], [2, [1]])
  writeFileSync(path, JSON.stringify([{ cipher_suite: 6 }, { cipher_suite: 5 }, { cipher_suite: 6 }]))
  for (const file of vectorFiles.filter(({ name }) => /tree-operations|treekem|passive|transcript/.test(name))) {
    const outcome = await runVectors(file, path, random)
    assert.deepEqual(
      [...outcome.skipped],
      [
        ['suite 6 is not supported', 2],
        ['suite 5 is not supported', 1],
      ],
    )
    assert.equal(outcome.passed + outcome.failures.length, 0)
  }
  assert.ok(vectorFiles.every(({ name }) => leftOut[name] === undefined))
})
