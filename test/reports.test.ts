// What users do with reports on the command line: waive, deal out, join, compare; on a gateway with one known fault.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { referenceCapabilities } from '../bin/reference-target.ts'
import uniqueAttributes from '../fixtures/mutants/key-queue/unique-attributes.ts'
import { type Report, report as reportModel } from '../harness/report/model.ts'
import { type Ended, makePlace, type Place, type Running, runGateway } from './command-line.test.kit.ts'

let place: Place
let faulty: Running
const check = 'key-queue/unique-attributes'
before(async () => {
  place = await makePlace()
  faulty = await runGateway({ alter: uniqueAttributes.alter })
  const { instance } = faulty
  const target = { name: 'acme', version: '1', editions: [instance.edition], capabilities: referenceCapabilities }
  const file = { ...target, gateways: [instance], waivers: 'acme.waivers.yaml' }
  await writeFile(join(place.folder, 'acme.json'), JSON.stringify(file))
  await writeFile(
    join(place.folder, 'acme.waivers.yaml'),
    `- check: ${check}\n  reason: lands with 1.5\n  until: 2027-03-31\n- check: key-queue/creation-supported\n  reason: done\n  until: 2027-03-31\n`,
  )
})
after(async () => {
  await faulty.close()
  await place.remove()
})

const run = (out: string, ...args: readonly string[]): Promise<Ended> =>
  place.run('run', '--target', 'acme.json', '--seed', '7', '--out', out, ...args)

async function reportIn(out: string): Promise<Report> {
  return reportModel.parse(JSON.parse(await readFile(join(place.folder, out, 'report.json'), 'utf8')))
}

const two = ['--only', check, '--only', 'key-queue/creation-supported']

test('a known failure is waived until its day, and a waiver that nobody needs is named', async () => {
  const { code, stdout } = await run('waived', ...two, '--as-of', '2027-03-31')
  assert.equal(code, 0, stdout)
  assert.match(stdout, /^failed key-queue\/unique-attributes, MUST, .*waived until 2027-03-31: lands with 1\.5$/m)
  assert.match(stdout, /^note: waiver of key-queue\/creation-supported is stale/m)
  assert.deepEqual(
    (await reportIn('waived')).waivers.map(({ state }) => state),
    ['applied', 'stale'],
  )
  const later = await run('late', ...two, '--as-of', '2027-04-01')
  assert.equal(later.code, 1)
  assert.match(later.stdout, /^note: waiver of key-queue\/unique-attributes has expired/m)
})

test('--waivers takes the place of the target’s own', async () => {
  await writeFile(join(place.folder, 'none.yaml'), '[]')
  const { code } = await run('unwaived', ...two, '--waivers', 'none.yaml')
  assert.equal(code, 1)
  assert.deepEqual((await reportIn('unwaived')).waivers, [])
})

test('compare tells what is newly failing and what is fixed', async () => {
  const back = await place.run('compare', 'waived', 'late')
  assert.equal(back.code, 1)
  assert.match(back.stdout, /^Newly failing \(2\)\n {2}key-queue\/unique-attributes, MUST, .*fail \(waived\) -> fail/)
  const same = await place.run('compare', 'late', 'late/report.json')
  assert.deepEqual([same.code, same.stdout], [0, 'No check has another verdict.\n'])
  const json = await place.run('compare', 'waived', 'late', '--json')
  assert.equal(JSON.parse(json.stdout).changes[0].kind, 'newly-failing')
})

test('two shards, merged, are the run they were dealt from', async () => {
  const area = ['--only', 'key-queue/unique-*', '--only', 'key-queue/reset-*', '--waivers', 'none.yaml']
  const codes = [await run('first', ...area, '--shard', '1/2'), await run('second', ...area, '--shard', '2/2')]
  assert.deepEqual(codes.map(({ code }) => code).sort(), [0, 1])
  const merged = await place.run('merge', 'first', 'second', '--out', 'merged')
  assert.equal(merged.code, 1)
  await run('whole', ...area)
  const [joined, whole] = [await reportIn('merged'), await reportIn('whole')]
  assert.deepEqual(joined.totals, whole.totals)
  const told = ({ results }: Report) => results.map(({ edition, scenario, verdict }) => [edition, scenario, verdict])
  assert.deepEqual(told(joined), told(whole))
  const half = await place.run('merge', 'first', '--out', 'half')
  assert.match(half.stdout, /^note: Missing: shard 2\.$/m)
})
