// Holds docs/requirements/ to the data: one page for each requirement, each as it would be written now; of stories by hand a sample.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Explanation } from '../bin/explain/explanation.ts'
import { page, pageWithoutStory } from '../bin/explain/page.ts'
import { allExplanations, indexPage, pagePath } from '../bin/explain/pages.ts'

const folder = fileURLToPath(new URL('../../docs/requirements/', import.meta.url))
const stale = 'is not what would be written now: npm run pages'
/** One story is told of every so many requirements: 14 of some four hundred. */
const every = 29

describe('docs/requirements', () => {
  let explanations: Explanation[] = []
  before(async () => {
    explanations = await allExplanations()
  })

  test('has a page for every requirement, the index, and nothing else', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes('.'))
      .map((file) => file.split(sep).join('/'))
    assert.deepEqual(files.sort(), ['README.md', ...explanations.map(pagePath)].sort())
  })

  test('has the index as it would be written now', () => {
    assert.equal(read('README.md'), indexPage(explanations))
  })

  test('says of every requirement what the data says, and goes on with a story by hand where there is one', () => {
    for (const explanation of explanations) {
      const path = pagePath(explanation)
      const begins = pageWithoutStory(explanation)
      const text = read(path)
      assert.equal(text.slice(0, begins.length), begins, `${path} ${stale}`)
      assert.match(
        text.slice(begins.length),
        explanation.scenarios.length > 0 ? /^\n## By hand\n[^#]*```sh\n.*```\n$/s : /^$/,
        `${path} ${stale}`,
      )
    }
  })

  test('says why each requirement matters: what users of a faulty gateway suffer, or a sentence of its own', () => {
    for (const { requirement, mutants } of explanations)
      assert.notEqual(mutants.length > 0, requirement.matters !== undefined, requirement.id)
  })

  test('has stories by hand as they would be told now', async () => {
    for (const explanation of explanations.filter((_, index) => index % every === 0))
      assert.equal(read(pagePath(explanation)), await page(explanation), `${pagePath(explanation)} ${stale}`)
  })
})

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}
