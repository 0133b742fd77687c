// A gateway that lets nobody define applications, started by the suite: it is given two of them, and judged in these.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { referenceCapabilities } from '../bin/reference-target.ts'
import { report as reportModel } from '../harness/report/model.ts'
import { makePlace, type Place } from './command-line.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
})
after(() => place.remove())

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
