// Every chain of the battery is judged as its recipe says, and each flaw is found by the check that is there for it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutNamed } from '../checks/check.ts'
import { MlsRejection } from '../rejection.ts'
import { battery } from './battery/all.ts'
import type { Exhibit, Recipe } from './battery/recipe.ts'
import { validatePath } from './certificate-path.ts'
import { allPathChecks } from './checks/all.ts'
import type { PathCheck } from './checks/path-check.ts'
import { testWorkshop } from './test-workshop.ts'

const workshop = testWorkshop('battery')

test('the battery is large, its names differ and name real checks', () => {
  assert.ok(battery.length >= 120, `${battery.length} chains`)
  assert.equal(new Set(battery.map(({ name }) => name)).size, battery.length)
  const known = new Set([...allPathChecks.map(({ name }) => name), 'malformed', 'too long'])
  for (const { name, refusedBy } of battery) assert.ok(refusedBy === undefined || known.has(refusedBy), name)
})

/** What these refuse, others behind them refuse too; they are there for what they tell. */
const backed = new Set(['chain not empty', 'one signature algorithm', 'version of issuers'])

test('every path check has a chain that it alone stands against, and a name and section of its own', async () => {
  const names = allPathChecks.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  for (const check of allPathChecks) {
    assert.match(check.row, /^X5-\d\d$/)
    assert.match(check.section, /^(5280|9420) sections? /)
    assert.equal(await isMissed(check.name), !backed.has(check.name), `left out: ${check.name}`)
  }
})

for (const recipe of battery)
  test(`${recipe.refusedBy === undefined ? 'accepts' : 'refuses'} ${recipe.name}`, async () => {
    const exhibit = await recipe.make(workshop)
    if (recipe.refusedBy === undefined) {
      const path = judge(exhibit)
      assert.equal(path.presented.length, exhibit.chain.length)
      return
    }
    assert.throws(
      () => judge(exhibit),
      (error) => {
        assert.ok(error instanceof MlsRejection, String(error))
        assert.equal(reasonOf(error), recipe.refusedBy, error.message)
        return true
      },
    )
  })

function judge({ chain, anchors, at = workshop.now }: Exhibit, checks?: readonly PathCheck[]) {
  return validatePath(chain, { anchors, at, ...(checks === undefined ? {} : { checks }) })
}

function reasonOf({ code, message }: MlsRejection): string {
  if (code === 'malformed') return code
  return message.startsWith('expected a chain of at most') ? 'too long' : (message.split(': ', 1)[0] ?? '')
}

/** Whether a chain of the battery gets through once that check is left out. */
async function isMissed(name: string): Promise<boolean> {
  for (const recipe of battery.filter(({ refusedBy }: Recipe) => refusedBy === name))
    if (accepts(await recipe.make(workshop), withoutNamed(allPathChecks, name))) return true
  return false
}

function accepts(exhibit: Exhibit, checks: readonly PathCheck[]): boolean {
  try {
    judge(exhibit, checks)
    return true
  } catch (error) {
    assert.ok(error instanceof MlsRejection, String(error))
    return false
  }
}
