// Seeded interleavings of requests to the reference, each held to one order of a plain model; and faulty gateways that must not pass.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Parts } from '../../reference/gateway.ts'
import { startTrial } from '../../reference/trial.test.kit.ts'
import { rounds } from './draw.test.kit.ts'
import { faults } from './faults.test.kit.ts'
import { makePool, type Pool } from './pool.test.kit.ts'
import { nothingJudged, runHistory, send } from './run.test.kit.ts'

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

test('one key package brought into two groups at the same moment is used in one of them', async () => {
  let waiting = 0
  let open: () => void = () => undefined
  const bothAreThere = new Promise<void>((resolve) => {
    open = resolve
  })
  const meet = (parts: Parts): Parts => ({
    ...parts,
    relaying: {
      ...parts.relaying,
      async settle(whole, upload) {
        waiting++
        if (waiting === 2) open()
        await bothAreThere
        return parts.relaying.settle.call(this, whole, upload)
      },
    },
  })
  const trial = await startTrial('2023-03-17', { alter: meet })
  const upload = (name: string) => send(trial, pool, { op: 'commit', commit: name })
  for (const group of ['g', 'h']) await send(trial, pool, { op: 'createGroup', group })
  const answers = await Promise.all([upload('g:add-bob0'), upload('h:add-bob0')])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 422])
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
