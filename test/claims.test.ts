// What a target declares is held against it, what it offers beyond that is only told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstReference, type Variant } from '../bin/in-process.ts'
import faulty from '../fixtures/mutants/capability/delete-client.ts'
import { execute } from '../harness/execute.ts'
import { loadScenario } from '../harness/load.ts'
import type { Result } from '../harness/result.ts'
import { judgeRun } from '../harness/run-wide.ts'
import type { Capability } from '../spec/capability.ts'
import { type ProblemCode, problemType } from '../spec/profile/problems.ts'

const claim: Capability = 'delete-client'

async function resultOf(declared: boolean, variant: Variant = {}): Promise<Result> {
  const { execution, close } = againstReference('2023-03-17', variant)
  const { target } = execution
  const capabilities = target.capabilities.filter((one) => declared || one !== claim)
  const result = await execute(await loadScenario(`capability/${claim}`), {
    ...execution,
    target: { ...target, capabilities },
  })
  await close()
  return result
}

test('a declared capability that works passes, one that is not there fails', async () => {
  assert.equal((await resultOf(true)).verdict, 'pass')
  assert.equal((await resultOf(true, faulty)).verdict, 'fail')
})

test('an undeclared capability that works is told and not judged', async () => {
  const { verdict, underClaim, summary } = await resultOf(false)
  assert.deepEqual([verdict, underClaim], ['not-applicable', claim])
  assert.match(summary, /works, although the target does not declare it/)
})

test('an undeclared capability that is not there is nothing to tell', async () => {
  const { verdict, underClaim } = await resultOf(false, faulty)
  assert.deepEqual([verdict, underClaim], ['not-applicable', undefined])
})

test('a gateway may answer what it does not declare with 501', async () => {
  const { execution, close } = againstReference('2023-03-17')
  const { target, edition } = execution
  const result = await resultOf(true)
  await close()
  const absent = result.exchanges.map((exchange) =>
    exchange.response ? { ...exchange, response: { ...exchange.response, status: 501 } } : exchange,
  )
  const verdicts = (capabilities: readonly Capability[]) =>
    judgeRun(edition, [{ ...result, exchanges: absent }], { ...target, capabilities }).map(({ verdict }) => verdict)
  assert.ok(verdicts(target.capabilities).includes('deviation'))
  assert.ok(!verdicts(target.capabilities.filter((one) => one !== claim)).includes('deviation'))
})

test('a 502 or 504 is of a peer unless its code says otherwise, every other 5xx is of the gateway unless its code says so', async () => {
  const { execution, close } = againstReference('2023-03-17')
  const { target, edition } = execution
  const result = await resultOf(true)
  await close()
  const verdictOf = (status: number, code?: ProblemCode) => {
    const body = code === undefined ? '' : JSON.stringify({ type: problemType(code), title: 'a text', status })
    const exchanges = result.exchanges.map((exchange) =>
      exchange.response
        ? { ...exchange, response: { status, headers: [], body: new TextEncoder().encode(body) } }
        : exchange,
    )
    const judged = judgeRun(edition, [{ ...result, exchanges }], target)
    return judged.find(({ requirement }) => requirement === 'http/no-server-errors')?.verdict
  }
  for (const status of [502, 504]) assert.equal(verdictOf(status), 'pass')
  for (const status of [500, 501, 503, 505]) assert.equal(verdictOf(status), 'deviation')
  assert.equal(verdictOf(502, 'peer-failed'), 'pass')
  assert.equal(verdictOf(502, 'malformed-request'), 'deviation')
  assert.equal(verdictOf(500, 'peer-failed'), 'deviation')
})
