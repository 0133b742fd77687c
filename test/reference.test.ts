// The reference gateway and the suite, in process: every scenario passes, twice the same, and judged again the same.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { againstReference } from '../bin/in-process.ts'
import { restoreEvidence } from '../harness/evidence.ts'
import { execute, judgeEvidence } from '../harness/execute.ts'
import { type LoadedScenario, loadScenarios } from '../harness/load.ts'
import type { Result } from '../harness/result.ts'
import { runWideRequirements } from '../harness/run-wide.ts'
import { decide } from '../harness/verdict.ts'
import { type EditionId, editionIds } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import { runAll, type Verdicts, verdictsOf } from './reference-run.test.kit.ts'

const verdictsFile = new URL('../../reports/baseline/verdicts.json', import.meta.url)
let scenarios: LoadedScenario[] = []
const runs = new Map<EditionId, Result[]>()

/** What two runs of one seed must have in common. */
function said({ requirement, scenario, verdict, summary, mismatches, firstCause }: Result): unknown {
  return { requirement, scenario, verdict, summary, mismatches, firstCause }
}

before(async () => {
  scenarios = await loadScenarios()
  for (const edition of editionIds) runs.set(edition, await runAll(edition, scenarios))
})

for (const edition of editionIds) {
  test(`the reference gateway passes every scenario of ${edition} that applies to it`, () => {
    const results = runs.get(edition) ?? []
    assert.ok(results.length >= 60, `only ${results.length} results`)
    const others = results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')
    assert.deepEqual(others.map(said), [])
  })

  test(`the verdicts of ${edition} are those of reports/baseline`, () => {
    const baseline: Verdicts = JSON.parse(readFileSync(verdictsFile, 'utf8'))
    const advice = 'npm run baseline writes them anew; review the difference'
    assert.deepEqual(verdictsOf(runs.get(edition) ?? []), baseline[edition], advice)
  })

  test(`two runs of ${edition} with one seed say the same`, async () => {
    assert.deepEqual((await runAll(edition, scenarios)).map(said), runs.get(edition)?.map(said))
  })

  test(`stored evidence of ${edition} judged again gives the same verdict`, () => {
    for (const { name, scenario } of scenarios) {
      const result = runs.get(edition)?.find((one) => one.scenario === name)
      const requirement = editions[edition].requirements.find(({ id }) => id === scenario.requirement)
      if (!result || !requirement || result.verdict === 'not-applicable') continue
      const stored = JSON.parse(JSON.stringify(result.evidence)) as Result['evidence']
      const judged = judgeEvidence(scenario, restoreEvidence(stored, result.exchanges, editions[edition]))
      assert.equal(decide(requirement, judged).verdict, result.verdict, name)
    }
  })
}

test('every scenario is about a requirement of some edition, and a run-wide requirement has none', () => {
  const known = new Set(Object.values(editions).flatMap(({ requirements }) => requirements.map(({ id }) => id)))
  for (const { name, scenario } of scenarios) {
    assert.ok(known.has(scenario.requirement), `${name}: ${scenario.requirement} is no requirement`)
    assert.ok(!runWideRequirements.includes(scenario.requirement), `${name} is judged over the whole run already`)
  }
})

test('a second run with one seed against the same gateway is told as the first, where ids and handles are fresh', async () => {
  const { execution, close } = againstReference('2023-03-17')
  const loaded = scenarios.find(({ name }) => name === 'client-registration/handle-unique')
  assert.ok(loaded)
  const verdictWith = async (fresh?: string) => (await execute(loaded, { ...execution, fresh })).verdict
  assert.equal(await verdictWith(), 'pass')
  assert.equal(await verdictWith(), 'inconclusive')
  assert.equal(await verdictWith('another run'), 'pass')
  await close()
})
