// Writes docs/requirements/, which is committed: one page for each requirement, and the index. `npm run pages` runs it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { page } from '../bin/explain/page.ts'
import { allExplanations, indexPage, pagePath } from '../bin/explain/pages.ts'

const folder = fileURLToPath(new URL('../../docs/requirements/', import.meta.url))

const explanations = await allExplanations()
const pages = [{ path: 'README.md', text: indexPage(explanations) }]
for (const explanation of explanations) pages.push({ path: pagePath(explanation), text: await page(explanation) })
rmSync(folder, { recursive: true, force: true })
for (const { path, text } of pages) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
process.stdout.write(`${pages.length} pages written\n`)
