// `serve` as an operator runs it: what it says where, what it never says, and how it ends.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referenceCapabilities, referenceTarget } from '../bin/reference-target.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import { systemClock } from '../harness/playwright/system-clock.ts'
import { openSockets } from '../harness/transport/socket.ts'
import type { LogEntry } from '../reference/log.ts'
import { editions } from '../spec/editions.ts'
import { openApiDocument } from '../spec/openapi/document.ts'
import type { OperationName } from '../spec/operation.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { type Ended, makePlace, type Place } from './command-line.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
})
after(() => place.remove())

interface Served {
  readonly instance: InstanceFile
  /** Base URL of the internal interface. */
  readonly url: string
  stop(signal: 'SIGTERM' | 'SIGINT'): Promise<Ended>
}

async function serve(...args: string[]): Promise<Served> {
  const started = place.start('serve', ...args)
  const instance = JSON.parse(await started.said(/^\}$/m)) as InstanceFile
  return {
    instance,
    url: `http://127.0.0.1:${instance.internal.port}`,
    stop: (signal) => {
      started.child.kill(signal)
      return started.ended
    },
  }
}

type Entry = LogEntry & { readonly time: string }

function entriesOf({ stderr }: Ended): Entry[] {
  return stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)
}

/** Together they carry every kind of thing that nobody may read in a log. */
const stories = ['journey/first-message', 'journey/external-join', 'client-deletion/nothing-remains.join-info']

test('the log of whole stories has an entry for each request, and none of their secrets', async () => {
  const served = await serve('--edition', '2023-03-17')
  const { instance } = served
  const sockets = openSockets(10_000)
  const capabilities = referenceCapabilities.filter((capability) => capability !== 'federation')
  const target = { ...referenceTarget([instance], '1'), capabilities }
  const execution = { edition: editions[instance.edition], target, channel: sockets.channel, seed: 1 }
  for (const loaded of await loadScenarios())
    if (stories.includes(loaded.name) && appliesTo(loaded, execution.edition))
      await execute(loaded, { ...execution, clock: systemClock })
  await sockets.close()
  const ended = await served.stop('SIGTERM')
  assert.equal(ended.code, 0)
  assert.deepEqual(JSON.parse(ended.stdout), instance, 'standard output has more than the instance')

  const entries = entriesOf(ended)
  const requests = entries.flatMap((entry) => (entry.event === 'request' ? [entry] : []))
  assert.ok(requests.length >= 30, `only ${requests.length} requests`)
  assert.deepEqual([...new Set(entries.map(({ event }) => event))], ['request'])
  assert.equal(new Set(requests.map(({ requestId }) => requestId)).size, requests.length)
  const { operations } = editions['2023-03-17']
  const templates = Object.values(operations).map(({ path }) => path)
  for (const { time, interfaceName, method, route, status, code, durationMs, cut } of requests) {
    assert.equal(new Date(time).toISOString(), time)
    assert.ok(['internal', 'external'].includes(interfaceName) && /^[A-Z]+$/.test(method))
    assert.ok(route === undefined || [...templates, '/healthz'].includes(route), route)
    assert.ok(status !== undefined && (status < 400 ? code === undefined : code !== undefined), `${status} ${code}`)
    assert.ok(durationMs >= 0 && cut === undefined)
  }
  const routes = new Set(requests.map(({ route }) => route))
  for (const operation of [
    'defineApplication',
    'updateKeyQueue',
    'retrieveKeyPackage',
    'uploadCommit',
    'welcomeMessages',
  ])
    assert.ok(routes.has(operations[operation as OperationName].path), `no request of ${operation}`)

  const secrets = [
    instance.operatorToken,
    ...instance.applicationServers.map(({ token }) => token),
    ...instance.peers.flatMap(({ sendToken, receiveToken }) => [sendToken, receiveToken]),
  ]
  for (const secret of secrets) assert.ok(secret && !ended.stderr.includes(secret), `the log has ${secret}`)
  // Key packages and everything else of MLS is long; an id, a time and a template are not.
  assert.doesNotMatch(ended.stderr, /[A-Za-z0-9+/_-]{50,}/)
  assert.doesNotMatch(ended.stderr, /alice|bob|Bearer|tag=/i)
})

test('an answer carries the id of its entry, also where there was no request to answer', async () => {
  const { url, stop } = await serve()
  const headers = { authorization: 'Bearer nobody-knows-this', 'x-request-id': 'mine' }
  const answer = await fetch(`${url}/apps/secret-app/clients?tag=secret-tag`, { headers })
  assert.equal(answer.status, 401)
  const ended = await stop('SIGINT')
  assert.equal(ended.code, 0)
  const [entry] = entriesOf(ended)
  assert.ok(entry?.event === 'request')
  assert.deepEqual([entry.requestId, entry.code], [answer.headers.get('x-request-id'), 'unauthenticated'])
  assert.doesNotMatch(ended.stderr, /nobody-knows|secret|mine/)
})

test('--openapi prints the document of the edition, and nothing else', async () => {
  for (const { id, operations } of Object.values(editions)) {
    const { code, stdout, stderr } = await place.run('serve', '--openapi', '--edition', id)
    assert.deepEqual([code, stderr], [0, ''])
    assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify(openApiDocument(id, operations))))
  }
})

describe('SIGTERM and SIGINT', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    test(`${signal} ends idle connections and the process, with 0, and frees the ports`, async () => {
      const { url, stop } = await serve()
      // Node's own client keeps this connection for more requests.
      assert.equal(await (await fetch(`${url}/healthz`)).text(), '{"status":"serving"}')
      assert.equal((await stop(signal)).code, 0)
      await assert.rejects(fetch(`${url}/healthz`))
    })
})
