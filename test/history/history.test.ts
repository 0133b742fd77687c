// Seeded interleavings of requests to the reference, each held to one order of a plain model; and faulty gateways that must not pass.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Parts } from '../../reference/gateway.ts'
import { startTrial } from '../../reference/trial.test.kit.ts'
import { rounds } from './draw.test.kit.ts'
import { faults } from './faults.test.kit.ts'
import { makePool, type Pool } from './pool.test.kit.ts'
import { nothingJudged, runHistory } from './run.test.kit.ts'

const seed = 20_230_317
let pool: Pool

before(async () => {
  pool = await makePool(await startTrial('2023-03-17'))
})

function historiesOf(alter?: (parts: Parts) => Parts) {
  const judged = nothingJudged()
  return fc.asyncProperty(rounds, fc.scheduler(), (drawn, scheduler) =>
    runHistory({ pool, judged, alter }, drawn, scheduler),
  )
}

test('400 histories of the reference are each explained by one order of their requests', async () => {
  await fc.assert(historiesOf(), { seed, numRuns: 400 })
})

describe('histories show', () => {
  for (const [name, alter] of Object.entries(faults))
    test(name, async () => {
      const found = await fc.check(historiesOf(alter), { seed, numRuns: 400, endOnFailure: true })
      assert.ok(found.failed, 'every history was explained')
      assert.match(String(found.errorInstance), /no order of the last requests explains/)
    })

  test('the seed and a short history, where one fails', async () => {
    const [alter] = Object.values(faults)
    const failure = await fc.assert(historiesOf(alter), { seed, numRuns: 400 }).catch((reason: unknown) => reason)
    assert.ok(failure instanceof Error)
    assert.match(failure.message, new RegExp(`seed: ${seed}`))
    assert.match(failure.message, /Shrunk [1-9]\d* time/)
  })
})
