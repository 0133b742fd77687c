// The bounded part of fuzzing: a fixed number of inputs from a fixed seed, and a memory that does not grow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { commit, createGroup } from '../../mls/member.ts'
import { startFederation } from '../../reference/federation.test.kit.ts'
import { commitBody, packageOf, roomAt, utf8 } from '../../reference/members.test.kit.ts'
import { appId, register, startTrial } from '../../reference/trial.test.kit.ts'
import { faultOf, timed } from './finding.ts'
import { watch } from './watch.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** The least memory in use after any of three rounds of work: what is left behind stays, what only waits to be collected does not. */
async function leastAfter(work: () => Promise<void>): Promise<number> {
  const used: number[] = []
  for (let round = 0; round < 3; round++) {
    await work()
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    used.push(heapUsed + arrayBuffers)
  }
  return Math.min(...used)
}

for (const { leg, inputs, reached } of [
  { leg: 'raw', inputs: 300, reached: ['200', '400', '403', '404', '405', '413'] },
  {
    leg: 'structured',
    inputs: 400,
    reached: ['malformed-request', 'not-found', 'unauthenticated', 'method-not-allowed'],
  },
  {
    leg: 'mls',
    inputs: 400,
    reached: ['invalid-key-package', 'invalid-group-info', 'invalid-proposal', 'invalid-commit', 'invalid-welcome'],
  },
  { leg: 'peer', inputs: 200, reached: ['200', '201', 'peer-failed'] },
] as const)
  test(`${leg}: no input brings a 5xx, a crash or a second of work`, async () => {
    const outcome = await watch({ leg, seed: 1, inputs })
    assert.deepEqual(outcome.findings, [])
    assert.ok(outcome.inputs >= inputs / 2, `only ${outcome.inputs} inputs`)
    for (const answer of reached) assert.ok(outcome.tally[answer], `no ${answer}: ${JSON.stringify(outcome.tally)}`)
  })

test('what must not happen is noticed', async () => {
  const problem = (code: string) => new TextEncoder().encode(`{"type":"urn:mimi:problem:${code}"}`)
  assert.equal(faultOf({ status: 404, body: problem('not-found') }), undefined)
  assert.equal(faultOf({ status: 502, body: problem('peer-failed') }), undefined)
  assert.match(faultOf({ status: 500, body: problem('not-found') }) ?? '', /^status 500/)
  assert.match(faultOf({ status: 400, body: new TextEncoder().encode('<html>') }) ?? '', /without a problem/)
  const { fault } = await timed(async () => {
    const { user } = process.cpuUsage()
    while (process.cpuUsage().user - user < 1_100_000);
  })
  assert.match(fault ?? '', /ms of work/)
})

test('a worker that hangs and one that crashes are findings, with the input they had', async () => {
  const options = { worker: 'doomed.test.kit.js', patienceMs: 500 }
  for (const [seed, what] of [
    [1, /^no end after 500 ms$/],
    [2, /^ended with 1: [\s\S]*it broke/],
  ] as const) {
    const { findings } = await watch({ leg: 'raw', seed, inputs: 1 }, options)
    assert.deepEqual(
      findings.map(({ input }) => input),
      ['the last straw'],
    )
    assert.match(findings[0]?.what ?? '', what)
  }
})

test('refused requests leave nothing behind in memory', async () => {
  const trial = await startTrial('2023-03-17')
  const client = await register(trial, 'alice', ['t'])
  let unique = 0
  const refuse = async (times: number) => {
    for (let round = 0; round < times; round++) {
      const name = `name-${unique++}`
      const groupId = Buffer.from(name).toString('base64url')
      const json = { groupInfo: 'AAEABA==', ratchetTree: 'AAAA', packet: 'AAEAAQ==', commitPacket: 'AAEAAQ==' }
      const statuses = await Promise.all([
        trial.send('GET', `/apps/${name}/clients?tag=${name}`),
        trial.send('PUT', `/apps/${appId}/groups`, { json }),
        trial.send('PUT', `/apps/${appId}/groups/${groupId}/proposals`, { json }),
        trial.send('PUT', `/apps/${appId}/groups/${groupId}/epochs`, { json }),
        trial.send('POST', `/apps/${appId}/clients`, { json: { clientHandle: 'alice', tags: [name] } }),
        trial.send('PATCH', `/apps/${appId}/clients/${client}`, { json: { tagsToAdd: [name], tagsToRemove: [name] } }),
        trial.send(
          'GET',
          `/apps/${appId}/clients/${client}/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=${name}`,
        ),
        trial.send('GET', `/apps/${appId}/clients?tag=t`, { as: name }),
        trial.send('GET', `/apps/${appId}/clients?tag=t`, { as: 'peer', on: 'external' }),
      ])
      for (const { status } of statuses) assert.ok(status >= 400 && status < 500)
    }
  }
  await refuse(300)
  const before = await leastAfter(() => refuse(100))
  const after = await leastAfter(() => refuse(1_000))
  // At least 9,000 refused requests; one that left a hundred bytes behind would show as 900,000.
  assert.ok(after - before < 500_000, `the heap grew by ${after - before} bytes`)
})

test('broken answers of a peer leave nothing behind in memory', async () => {
  const [a, s] = ['a.example', 'scripted.example'] as const
  const world = await startFederation('2023-03-08', [a], { mode: 'basic', scripted: [s] })
  const trial = world.at(a)
  const group = await createGroup({ groupId: utf8('room'), own: await packageOf(trial, 'carol') })
  const json = commitBody(await commit(group))
  const bodies = ['', '{', '{"groupInfos":7}', 'x'.repeat(100_000), '['.repeat(100_000), '{"identities":[{}]}']
  const headers: [string, string][] = [['content-type', 'application/json']]
  let answers = 0
  world.play(s, ({ target }) => {
    if (target === '/apps') return { status: 404, headers: [], body: utf8('') }
    return { status: [200, 200, 500, 404][answers++ % 4] ?? 200, headers, body: utf8(bodies[answers % 6] ?? '') }
  })
  const fail = async (times: number) => {
    for (let round = 0; round < times; round++) {
      const about = `domain=${s}&protocolVersion=1&cipherSuite=1&receiver_client_id=${answers}`
      const received = await Promise.all([
        trial.send('GET', `/apps/${appId}/clients?tag=t${answers}&domain=${s}`),
        trial.send('GET', `/apps/${appId}/clients/bob/keyPackage?${about}`),
        world.call(s, a, { method: 'PUT', target: `${roomAt(trial, utf8('room')).path}/epochs`, json }),
      ])
      for (const { status } of received) assert.ok(status >= 400 && status !== 500, String(status))
      // What this test itself keeps of them.
      world.passages.length = 0
      trial.log.length = 0
    }
  }
  await fail(50)
  const before = await leastAfter(() => fail(20))
  const after = await leastAfter(() => fail(200))
  // At least 600 failures; one that left a kilobyte behind would show as 600,000.
  assert.ok(after - before < 500_000, `memory grew by ${after - before} bytes`)
})
