// A gateway that lets nobody define applications, started by the suite: it is given two of them, and judged in these.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { referenceCapabilities } from '../bin/reference-target.ts'
import { report as reportModel } from '../harness/report/model.ts'
import { editions } from '../spec/editions.ts'
import { makePlace, type Place, runGateway } from './command-line.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
})
after(() => place.remove())

test('a gateway that runs already, with one application and no operator: what needs more is not applicable', async () => {
  const running = await runGateway()
  const { instance } = running
  const { body } = editions['2023-03-17'].operations.defineApplication
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
  const identity = { type: 1, supportsAccounts: false, supportsDomains: false, parameters: {} }
  const definition = { configuration: { id, identity }, applicationServers: ['app-server-1'], federatesWith: [] }
  const wire = Object(body && z.encode(body, definition))
  const answer = await fetch(`http://127.0.0.1:${instance.internal.port}/apps/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${instance.operatorToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(wire),
  })
  assert.equal(answer.status, 201)
  const { operatorToken: _, ...gateway } = instance
  const target = {
    name: 'alone',
    version: '1',
    editions: ['2023-03-17'],
    capabilities: ['key-queues', 'basic'],
    gateways: [gateway],
    applications: [{ id, configuration: wire.configuration, applicationServers: ['app-server-1'] }],
  }
  await writeFile(join(place.folder, 'alone.json'), JSON.stringify(target))
  const only = [
    '--only',
    'client-registration/*',
    '--only',
    'gateway-access/*',
    '--only',
    'key-queue/unique-attributes',
  ]
  const { code, stdout, stderr } = await place.run('run', '--target', 'alone.json', '--out', 'alone', ...only)
  await running.close()
  assert.equal(code, 0, stdout + stderr)
  const { results } = reportModel.parse(JSON.parse(await readFile(join(place.folder, 'alone/report.json'), 'utf8')))
  const of = (scenario: string) => results.find((result) => result.scenario === scenario)
  assert.equal(of('client-registration/handle-unique')?.verdict, 'pass')
  const foreign = of('gateway-access/no-foreign-reads')
  assert.deepEqual(
    [foreign?.verdict, foreign?.summary],
    ['not-applicable', 'the target lists no application of app-server-2'],
  )
})

test('without define-application the instance file carries the applications', async () => {
  const command = fileURLToPath(new URL('../bin/mimi-conformance.js', import.meta.url))
  const target = {
    name: 'provisioned',
    version: '1',
    editions: ['2023-03-08', '2023-03-17'],
    capabilities: referenceCapabilities.filter((one) => one !== 'define-application'),
    launch: { command: [process.execPath, command, 'serve', '--config', '{instance}'] },
  }
  await writeFile(join(place.folder, 'target.json'), JSON.stringify(target))
  const only = [
    'client-registration/*',
    'key-queue/unique-attributes',
    'gateway-access/no-foreign-reads',
    'applications/defined-once',
  ]
  const args = only.flatMap((pattern) => ['--only', pattern])
  const { code, stderr } = await place.run('run', '--target', 'target.json', '--out', 'out', ...args)
  assert.equal(code, 0, stderr)
  const { results } = reportModel.parse(JSON.parse(await readFile(join(place.folder, 'out/report.json'), 'utf8')))
  const of = (scenario: string) =>
    results.filter((result) => result.scenario === scenario).map(({ verdict }) => verdict)
  for (const scenario of [
    'client-registration/handle-unique',
    'key-queue/unique-attributes',
    'gateway-access/no-foreign-reads',
  ])
    assert.deepEqual(of(scenario), ['pass', 'pass'], scenario)
  assert.deepEqual(of('applications/defined-once'), ['not-applicable', 'not-applicable'])
})
