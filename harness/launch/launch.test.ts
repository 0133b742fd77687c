import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../simulator/clock.ts'
import { randomFrom } from '../../simulator/random.ts'
import { ConfigurationError } from '../configuration-error.ts'
import type { LaunchedTarget } from '../target.ts'
import { launchTarget } from './launch.ts'

const clock: Clock = { now: () => Date.now(), pass: (ms) => wait(ms) }

/** A gateway that answers 401 to everything, and appends its process id to a file. */
const gateway = `
  const { appendFileSync, readFileSync } = require('node:fs')
  const instance = JSON.parse(readFileSync(process.argv[2], 'utf8'))
  appendFileSync(process.env.PIDS, process.pid + '\\n')
  for (const { host, port } of [instance.internal, instance.external])
    require('node:http').createServer((_, answer) => answer.writeHead(401).end()).listen(port, host)
`

async function launching(script: string, change: Partial<LaunchedTarget['launch']> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mimi-launch-test-'))
  const pids = join(folder, 'pids')
  writeFileSync(join(folder, 'gateway.cjs'), script)
  writeFileSync(pids, '')
  const random = randomFrom('launch')
  const target: LaunchedTarget = {
    name: 'fake',
    version: '1',
    editions: ['2023-03-17'],
    capabilities: ['define-application', 'federation'],
    cipherSuites: [1],
    limits: {},
    dialect: {},
    file: 'fake.yaml',
    folder,
    launch: { command: [process.execPath, './gateway.cjs', '{instance}'], env: { PIDS: pids }, ...change },
  }
  const started = () => readFileSync(pids, 'utf8').split('\n').filter(Boolean).map(Number)
  const launched = launchTarget({
    target,
    editions: ['2023-03-17'],
    played: ['peer.example'],
    seed: 1,
    clock,
    random: (length) => random.bytes(length),
  })
  return { launched, started, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a gateway for each domain is started with an instance file of its own, and all of them end', async (context) => {
  const { launched, started, remove } = await launching(gateway)
  context.after(remove)
  const { instances, network, notes, close } = await launched
  assert.deepEqual(
    instances.map(({ domains, peers }) => [domains, peers.map((peer) => peer.domain)]),
    [
      [['a.example'], ['b.example', 'peer.example']],
      [['b.example'], ['a.example', 'peer.example']],
    ],
  )
  assert.equal(network.links.length, 4)
  assert.deepEqual(notes, [])
  assert.equal(started().filter(isRunning).length, 2)
  await close()
  assert.equal(started().filter(isRunning).length, 0)
})

test('a gateway that ends before it answers is started once more, and the report will say so', async (context) => {
  const once = `const { existsSync, writeFileSync } = require('node:fs'); const mark = process.argv[2].slice(0, -11).replace(/[^/]*$/, 'mark')
    if (!existsSync(mark)) { writeFileSync(mark, ''); console.error('port taken'); process.exit(4) }`
  const { launched, remove } = await launching(once + gateway)
  context.after(remove)
  const { notes, close } = await launched
  await close()
  assert.equal(notes.length, 1)
  assert.match(notes[0]?.text ?? '', /started a second time: it ended with exit code 4; the last it said: port taken/)
})

test('a gateway that does not come up stops the launch with one line, and nothing is left running', async (context) => {
  const crashing = await launching(`console.error('no database'); process.exit(1)`)
  context.after(crashing.remove)
  await assert.rejects(crashing.launched, (error: Error) => {
    assert.ok(error instanceof ConfigurationError)
    assert.match(
      error.message,
      /^fake\.yaml: launch\.command .*ended with exit code 1; the last it said: no database; /,
    )
    return true
  })
  const silent = await launching(
    `require('node:fs').appendFileSync(process.env.PIDS, process.pid + '\\n'); setInterval(() => {}, 1000)`,
    {
      readyWithinMs: 300,
    },
  )
  context.after(silent.remove)
  await assert.rejects(silent.launched, /did not answer on both interfaces within 300 ms/)
  assert.equal(silent.started().filter(isRunning).length, 0)
  const missing = await launching('', { command: ['./no-such-gateway', '{instance}'] })
  context.after(missing.remove)
  await assert.rejects(missing.launched, /could not be started \(ENOENT\)/)
})
