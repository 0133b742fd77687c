// The commands as people run them: what they print where, their exit codes, and what they leave behind.
import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { referenceCapabilities } from '../bin/reference-target.ts'
import uniqueAttributes from '../fixtures/mutants/key-queue/unique-attributes.ts'
import type { Report } from '../harness/report/model.ts'
import { report as reportModel } from '../harness/report/model.ts'
import { editions } from '../spec/editions.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { descendantsOf, type Ended, isAlive, makePlace, type Place, runGateway } from './command-line.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
})
after(() => place.remove())

async function writeTarget(name: string, instance: InstanceFile): Promise<string> {
  const target = {
    name: 'acme',
    version: '1.0',
    editions: [instance.edition],
    capabilities: referenceCapabilities,
    gateways: [instance],
  }
  await writeFile(join(place.folder, name), JSON.stringify(target))
  return name
}

async function readReport(out: string): Promise<Report> {
  return reportModel.parse(JSON.parse(await readFile(join(place.folder, out, 'report.json'), 'utf8')))
}

/** Usage that is wrong: exit code 2, one line on standard error, nothing on standard output. */
function assertRefused({ code, stdout, stderr }: Ended, line: RegExp): void {
  assert.equal(code, 2, stderr)
  assert.equal(stdout, '')
  assert.match(stderr, /^[^\n]+\n$/)
  assert.match(stderr, line)
  assert.doesNotMatch(stderr, / {4}at /)
}

describe('wrong usage ends with 2 and one line', () => {
  const wrong: [string, string[], RegExp][] = [
    ['a flag that does not exist', ['run', '--sed', '1'], /unknown option '--sed' \(Did you mean --seed\?\)/],
    ['a command that does not exist', ['runn'], /unknown command 'runn' \(Did you mean run\?\)/],
    ['an edition nobody knows', ['run', '--edition', '2023-03-18'], /'2023-03-18' is invalid.*did you mean 2023-03-/],
    [
      'a level nobody knows',
      ['run', '--level', 'MUSST'],
      /Expected MUST, STEP, SHOULD, MAY, PROFILE; did you mean MUST\?/,
    ],
    ['a shard beyond the last', ['run', '--shard', '5/4'], /'5\/4' is invalid. Expected i\/n/],
    ['a day that is none', ['run', '--as-of', '2027-02-30'], /'2027-02-30' is invalid. Expected a day/],
    ['waivers that are not there', ['run', '--waivers', 'no.yaml'], /^no\.yaml: no such file \(waiver file\)/],
    [
      'a report that is not there',
      ['compare', 'old', 'new'],
      /^old: expected a report\.json of mimi-conformance, there is none/,
    ],
    ['a merge of nothing', ['merge', '--out', 'x'], /missing required argument 'dir'/],
    ['a merge without a folder', ['merge', 'x'], /required option '--out <dir>' not specified/],
    [
      'a seed that is no number',
      ['run', '--seed', 'abc'],
      /'--seed <n>' argument 'abc' is invalid. Expected a whole number/,
    ],
    ['a format nobody knows', ['run', '--format', 'pdf'], /--format pdf: expected json, html, junit, markdown, sarif/],
    [
      'a pattern that matches nothing',
      ['run', '--only', 'key-queue/uniq-attributes'],
      /did you mean key-queue\/unique-attributes/,
    ],
    ['a pattern without any scenario', ['run', '--only', 'http/problem-details'], /leave nothing to run/],
    ['a target file that is not there', ['run', '--target', 'no.yaml'], /^no\.yaml: no such file \(target file\)/],
    [
      'an instance file that is not there',
      ['serve', '--config', 'no.json'],
      /^no\.json: no such file \(instance file\)/,
    ],
    [
      'a requirement nobody knows',
      ['explain', 'key-queue/unique'],
      /none is called that; did you mean key-queue\/unique-attributes/,
    ],
    [
      'a mutant nobody knows',
      ['mutants', '--only', 'nothing-like-it'],
      /no mutant, variation, control or broken requirement/,
    ],
    [
      'a folder that cannot be made',
      ['run', '--out', '/dev/null/x'],
      /--out \/dev\/null\/x: expected a folder that can be written/,
    ],
  ]
  for (const [what, args, line] of wrong) {
    test(what, async () => assertRefused(await place.run(...args), line))
  }

  test('a target file that is malformed, with line and path', async () => {
    await writeFile(
      join(place.folder, 'bad.yaml'),
      'name: acme\nversion: "1"\neditions: [2023-03-17]\ncapabilities: [key-queue]\n',
    )
    assertRefused(
      await place.run('run', '--target', 'bad.yaml'),
      /^bad\.yaml:4: capabilities\[0\]: .*found "key-queue"; did you mean key-queues/,
    )
  })

  test('a target that does not answer at the start', async () => {
    const running = await runGateway()
    await running.close()
    const target = await writeTarget('gone.json', running.instance)
    assertRefused(
      await place.run('run', '--target', target),
      /^gone\.json: gateways\[0\]\.internal: expected an HTTP answer from http:\/\/127\.0\.0\.1:\d+, got none \(connection refused\)/,
    )
  })

  test('a port that is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const { instance } = await serveOnce()
    const config = join(place.folder, 'taken.json')
    await writeFile(config, JSON.stringify({ ...instance, internal: { host: '127.0.0.1', port } }))
    assertRefused(
      await place.run('serve', '--config', config),
      new RegExp(`^cannot listen on 127\\.0\\.0\\.1:${port} for the internal interface: the port is in use`),
    )
    taken.close()
  })
})

async function serveOnce(...args: string[]): Promise<{ instance: InstanceFile; ended: Ended }> {
  const started = place.start('serve', ...args)
  const instance = JSON.parse(await started.said(/^\}$/m)) as InstanceFile
  const health = await fetch(`http://127.0.0.1:${instance.internal.port}/healthz`)
  assert.equal(health.status, 200)
  started.child.kill('SIGINT')
  return { instance, ended: await started.ended }
}

describe('serve', () => {
  test('prints an instance with the ports it has, serves until Ctrl-C, ends with 0', async () => {
    const { instance, ended } = await serveOnce('--edition', '2023-03-08')
    assert.equal(ended.code, 0)
    assert.equal(instance.edition, '2023-03-08')
    assert.deepEqual([instance.applicationServers.length, instance.peers.length], [2, 1])
    await assert.rejects(fetch(`http://127.0.0.1:${instance.internal.port}/healthz`))
  })
})

describe('list and explain', () => {
  test('list --json has every requirement of the editions asked for', async () => {
    const { code, stdout, stderr } = await place.run('list', '--json', '--edition', '2023-03-17')
    assert.deepEqual([code, stderr], [0, ''])
    const entries = JSON.parse(stdout) as { id: string; scenarios: string[]; mutants: string[] }[]
    const entry = entries.find(({ id }) => id === 'key-queue/unique-attributes')
    assert.ok(entry)
    const { scenarios, mutants, ...rest } = entry
    assert.deepEqual(rest, {
      id: 'key-queue/unique-attributes',
      binds: 'gateway',
      needs: ['key-queues'],
      editions: { '2023-03-17': { level: 'MUST', rows: ['KQ-04'], section: 'key-queue-creation' } },
      text: editions['2023-03-17'].requirements.find(({ id }) => id === entry.id)?.text,
      observable: 'wire',
    })
    assert.ok(scenarios.includes('key-queue/unique-attributes'))
    assert.ok(mutants.includes('key-queue/unique-attributes'))
  })

  test('explain tells a requirement by id or row, down to requests by hand', async () => {
    const { code, stdout } = await place.run('explain', 'kq-04')
    assert.equal(code, 0)
    for (const part of [
      /^key-queue\/unique-attributes$/m,
      /edition 2023-03-17: MUST, section key-queue-creation \(KQ-04\)/,
      /A-07/,
      /^Why it matters, and what a faulty gateway does$/m,
      /npx mimi-conformance run --only 'key-queue\/unique-attributes' --edition 2023-03-17/,
      /curl --path-as-is -X POST "\$INTERNAL\/apps\//,
      /answers 409/,
    ]) {
      assert.match(stdout, part)
    }
  })
})

describe('run', () => {
  test('ends with 0 against the embedded gateways, writes nothing but the report, and repeats itself from a seed', async () => {
    const check = async (out: string) => {
      const ended = await place.run('run', '--only', 'key-queue/unique-attributes', '--seed', '7', '--out', out)
      assert.equal(ended.code, 0, ended.stderr)
      assert.match(ended.stdout, /Conformant: nothing failed in 4 checks\./)
      assert.doesNotMatch(ended.stdout, /(?!\n)\p{Cc}|\d+\/\d+ checks/u)
      assert.match(ended.stderr, /^4\/4 checks$/m)
      return readReport(out)
    }
    const [first, second] = [await check('one'), await check('two')]
    assert.deepEqual((await readdir(join(place.folder, 'one'))).sort(), ['junit.xml', 'report.html', 'report.json'])
    assert.deepEqual(
      (await readdir(place.folder)).filter((name) => !name.endsWith('.json') && !name.endsWith('.yaml')),
      ['one', 'two'],
    )
    assert.deepEqual(await readdir(place.scratch).then((names) => names.filter((name) => name.startsWith('mimi-'))), [])
    assert.deepEqual([first.complete, first.editions], [true, ['2023-03-08', '2023-03-17']])
    const told = ({ results }: Report) =>
      results.map(({ edition, requirement, verdict, mismatches, exchanges }) => ({
        ...{ edition, requirement, verdict, mismatches },
        asked: exchanges.map(({ from, operation }) => [from, operation]),
      }))
    assert.deepEqual(told(first), told(second))
  })

  test('ends with 1 where something fails, says what, where it stands and how to see it again', async () => {
    const running = await runGateway({ alter: uniqueAttributes.alter })
    const target = await writeTarget('faulty.json', running.instance)
    const { code, stdout } = await place.run(
      'run',
      '--target',
      target,
      '--only',
      'key-queue/*',
      '--fail-fast',
      '--workers',
      '1',
      '--format',
      'json,markdown',
    )
    await running.close()
    assert.equal(code, 1)
    assert.match(stdout, /^FAILED key-queue\/unique-attributes, MUST, edition 2023-03-17$/m)
    assert.match(stdout, /^ {2}says: {6}section key-queue-creation, KQ-04/m)
    assert.match(
      stdout,
      /^ {2}reproduce: npx mimi-conformance run --only 'key-queue\/unique-attributes' .* --target 'faulty\.json'$/m,
    )
    const report = await readReport('reports/latest')
    assert.deepEqual(
      report.notes.map(({ code: note }) => note),
      ['fresh-names', 'fail-fast'],
    )
    assert.equal(report.complete, false)
    assert.doesNotMatch(JSON.stringify(report), new RegExp(running.instance.operatorToken))
  })

  test('ends with 3 where the gateway dies in the middle, and says so of what could not be seen', async () => {
    let requests = 0
    const running = await runGateway({ onRequest: (close) => ++requests === 60 && close() })
    const target = await writeTarget('dying.json', running.instance)
    const { code, stdout } = await place.run(
      'run',
      '--target',
      target,
      '--only',
      'key-queue/*',
      '--out',
      'dying',
      '--timeout',
      '2000',
    )
    assert.equal(code, 3)
    assert.match(stdout, /^No verdict: \d+ of \d+ checks could not be decided\.$/m)
    const { results, complete } = await readReport('dying')
    const verdicts = new Set(results.map(({ verdict }) => verdict))
    assert.equal(complete, true)
    assert.ok(verdicts.has('pass') && verdicts.has('inconclusive') && !verdicts.has('error') && !verdicts.has('fail'))
  })

  test('Ctrl-C ends with 130 and a report that is not complete, and leaves nothing running', async () => {
    const started = place.start('run', '--out', 'stopped', '--workers', '2')
    await started.said(/\d+\/\d+ checks/)
    const processes = descendantsOf(started.child.pid)
    assert.ok(processes.length >= 2, `only ${processes.length} processes below the command`)
    started.child.kill('SIGINT')
    const { code, stdout, stderr } = await started.ended
    assert.equal(code, 130)
    assert.match(stdout, /^Interrupted after \d+ checks; this report is not complete\.$/m)
    assert.doesNotMatch(stderr, / {4}at /)
    assert.equal((await readReport('stopped')).complete, false)
    assert.deepEqual(processes.filter(isAlive), [])
    assert.deepEqual(await readdir(place.scratch).then((names) => names.filter((name) => name.startsWith('mimi-'))), [])
  })
})

describe('mutants', () => {
  test('gives the kill matrix as JSON', async () => {
    const only = ['--only', 'key-queue/unique-attributes', '--only', 'controls/always-400']
    const { code, stdout, stderr } = await place.run('mutants', '--json', ...only)
    assert.equal(code, 0, stdout)
    const { mutants, killed, total, variations, controls } = JSON.parse(stdout)
    assert.deepEqual([killed, total, variations], [2, 2, []])
    assert.deepEqual(mutants[0].breaks, ['key-queue/unique-attributes'])
    assert.ok(mutants[0].killedBy.includes('2023-03-17 key-queue/unique-attributes'))
    assert.deepEqual(controls, [{ id: 'always-400', passes: [] }])
    assert.match(stderr, /^3\/3 gateways$/m)
  })

  test('Ctrl-C ends with 130 and leaves nothing running', async () => {
    // Enough of them that many are left when the first are told of.
    const started = place.start('mutants', '--only', 'commits/*', '--only', 'client-*/*')
    await started.said(/\d+\/\d+ gateways/)
    const processes = descendantsOf(started.child.pid)
    assert.ok(processes.length >= 1)
    started.child.kill('SIGINT')
    assert.equal((await started.ended).code, 130)
    assert.deepEqual(processes.filter(isAlive), [])
  })
})
