// Holds the suite to its catalogue: whatever can be observed is tested in each edition, by a scenario and a faulty gateway.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { loadMutants } from '../bin/kill-matrix/subjects.ts'
import { appliesTo } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import { runWideRequirements } from '../harness/run-wide.ts'
import { editionIds } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'

const scenarios = await loadScenarios()
const mutants = await loadMutants()
const checksTable = readFileSync(new URL('../../docs/mls-checks.md', import.meta.url), 'utf8')

for (const id of editionIds) {
  const edition = editions[id]
  // docs/not-observable.md lists the others, held to the catalogue by a test of its own.
  const seen = edition.requirements.filter(({ observable }) => observable !== 'none' && observable !== 'library')
  const told = new Set<string>([
    ...runWideRequirements,
    ...scenarios.filter((loaded) => appliesTo(loaded, edition)).map(({ scenario }) => scenario.requirement),
  ])
  const broken = new Set<string>(
    mutants.filter(({ mutant }) => mutant.editions?.includes(id) ?? true).map(({ mutant }) => mutant.breaks),
  )

  describe(`edition ${id}`, () => {
    test('has a story, or a judge of the whole run, for every requirement that can be observed', () => {
      assert.ok(seen.length > 350)
      assert.deepEqual(idsOf(seen.filter((one) => !told.has(one.id))), [])
    })

    test('has no story for a requirement that is said not to be observable', () => {
      assert.deepEqual(idsOf(edition.requirements.filter((one) => !seen.includes(one) && told.has(one.id))), [])
    })

    test('has a faulty gateway for every requirement that can be observed, or says why there is none', () => {
      const silent = seen.filter((one) => broken.has(one.id) === (one.noMutant !== undefined))
      assert.deepEqual(idsOf(silent), [])
    })

    test('covers every row of the table of MLS checks', () => {
      const rows = [...checksTable.matchAll(/^\| ([A-Z]{2}-\w{2}) \|/gm)].map(([, row = '']) => row)
      assert.ok(rows.length >= 98)
      const covered = new Set(edition.requirements.flatMap((one) => one.rows))
      assert.deepEqual(
        rows.filter((row) => !covered.has(row)),
        [],
      )
    })
  })
}

function idsOf(requirements: readonly { readonly id: string }[]): string[] {
  return requirements.map(({ id }) => id)
}
