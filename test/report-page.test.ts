// The HTML report in a browser: filters, links, keyboard, nothing fetched, nothing run but its own script.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { renderHtml } from '../harness/report/html/page.ts'
import { sampleReport } from '../harness/report/sample.test.ts'
import { findBrowser } from './browser/find.ts'

let browser: Browser
let folder: string
before(async () => {
  const executablePath = findBrowser()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
  folder = await mkdtemp(join(tmpdir(), 'mimi-page-'))
  await writeFile(join(folder, 'report.html'), renderHtml(sampleReport()))
})
after(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(
  hash = '',
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; odd: string[] }> {
  const page = await browser.newPage(options)
  const odd: string[] = []
  page.on('pageerror', (error) => odd.push(error.message))
  page.on('console', (message) => odd.push(message.text()))
  page.on('dialog', (dialog) => odd.push(dialog.message()))
  page.on('request', (request) => request.url().startsWith('file:') || odd.push(request.url()))
  await page.goto(pathToFileURL(join(folder, 'report.html')).href + hash)
  return { page, odd }
}

const checks = '.check[data-verdict]:visible'

test('runs nothing of what a gateway said, fetches nothing, and says so of no error', async () => {
  const { page, odd } = await open()
  for (const details of await page.locator('details').all())
    await details.evaluate((one) => one.setAttribute('open', ''))
  assert.match(await page.title(), /MIMI conformance$/)
  assert.equal(await page.locator('img').count(), 0)
  assert.deepEqual(odd, [])
  await page.close()
})

test('filters by verdict, level and words, and tells how many are left', async () => {
  const { page } = await open()
  const left = () => page.locator('.filter output').textContent()
  assert.equal(await left(), '7 checks')
  await page.locator('.filter button[data-verdict="fail"]').click()
  assert.deepEqual([await page.locator(checks).count(), await left()], [1, '1 of 7 checks'])
  await page.locator('.filter button[data-verdict="warn"]').press('Enter')
  assert.equal(await page.locator(checks).count(), 2)
  await page.locator('.filter input').fill('KQ-04 attributes.warn')
  assert.equal(await page.locator(checks).count(), 1)
  await page.locator('.filter input').fill('nothing has this')
  assert.deepEqual([await page.locator(checks).count(), await page.locator('.area:visible').count()], [0, 0])
  await page.close()
})

test('a link into the page opens the check it leads to', async () => {
  const { page } = await open('#2023-03-17/key-queue/unique-attributes.fail')
  assert.equal(await page.locator('details.check.fail').getAttribute('open'), '')
  assert.ok(await page.locator('details.check.fail .told').isVisible())
  await page.locator('.findings a').first().click()
  // The page hears of its new address after the click is over.
  await page.locator('details.check[open]').nth(1).waitFor()
  assert.equal(await page.locator('details.check[open]').count(), 2)
  await page.close()
})

test('what was found is there without a script, and a keyboard opens it', async () => {
  const { page } = await open('', { javaScriptEnabled: false })
  assert.equal(await page.locator(checks).count(), 7)
  assert.equal(await page.locator('.filter').isVisible(), false)
  await page.locator('details.check.fail > summary').press('Enter')
  await page.locator('details.check.fail details.exchange > summary').first().press('Enter')
  assert.ok(await page.locator('details.check.fail').getByText('authorization: Bearer [redacted]').isVisible())
  await page.close()
})

test('exchanges of a check that passed are unpacked once it is opened, and are text and nothing else', async () => {
  const { page, odd } = await open()
  const passed = page.locator('details.check.pass')
  assert.equal(await passed.locator('details.exchange').count(), 0)
  await passed.locator('> summary').click()
  await passed.locator('details.exchange > summary').first().click()
  assert.ok(await passed.getByText('authorization: Bearer [redacted]').isVisible())
  assert.ok(await passed.getByText('<img src=x').first().isVisible())
  assert.equal(await page.locator('img').count(), 0)
  assert.match(await page.title(), /MIMI conformance$/)
  assert.deepEqual(odd, [])
  await page.close()
})

test('is legible on a narrow screen, in the dark and on paper', async () => {
  const { page } = await open('', { viewport: { width: 380, height: 800 }, colorScheme: 'dark' })
  const width = await page.evaluate('document.documentElement.scrollWidth')
  assert.ok(Number(width) <= 380, `the page is ${width} pixels wide`)
  const colors = await page.evaluate(
    '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
  )
  assert.deepEqual(colors, ['rgb(230, 237, 243)', 'rgb(13, 17, 23)'])
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.filter').isVisible(), false)
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  assert.ok(await page.locator('details.check.fail .told').isVisible())
  await page.close()
})
