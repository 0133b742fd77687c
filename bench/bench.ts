// Measures where a run's time goes, each figure against another of the same run: `npm run bench`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbedded } from '../bin/embedded.ts'
import { againstReference } from '../bin/in-process.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import type { Channel } from '../harness/transport/recorder.ts'
import { openSockets } from '../harness/transport/socket.ts'
import type { Endpoint } from '../simulator/exchange.ts'
import { editionIds } from '../spec/edition.ts'
import { measureMls } from './mls.ts'
import { profiled } from './profile.ts'

const scenarios = await loadScenarios()
const places = {
  'MLS (mls/, ts-mls, cryptography)': /\/mls\/|ts-mls|@noble|@hpke|node:internal\/crypto/,
  'reference gateway': /\/reference\//,
  'suite (harness, simulator, scenarios)': /\/(harness|simulator|scenarios|spec|zod)\//,
}

/** Runs every scenario of both editions once; gives checks and milliseconds. */
async function runAll(): Promise<{ checks: number; ms: number }> {
  const start = performance.now()
  let checks = 0
  for (const id of editionIds) {
    const { execution, close } = againstReference(id)
    for (const loaded of scenarios.filter((one) => appliesTo(one, execution.edition))) {
      await execute(loaded, execution)
      checks++
    }
    await close()
  }
  return { checks, ms: performance.now() - start }
}

async function requestsOf(channel: Channel, endpoint: Endpoint, target: string): Promise<number> {
  const count = 3000
  const start = performance.now()
  for (let sent = 0; sent < count; sent++) {
    await channel(endpoint, { method: 'GET', target, headers: [], body: new Uint8Array() })
  }
  return ((performance.now() - start) * 1000) / count
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(64)} ${figure}`)
}

// Requests: a bare server is the floor.
const bare = createServer((_, response) => response.end('{}'))
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
const embedded = await startEmbedded(['2023-03-17'], 1, () => undefined)
const [instance] = embedded.target.gateways
const gatewayUrl = `http://127.0.0.1:${instance?.internal.port}`
const sockets = openSockets(5000)
const endpoint = (url: string): Endpoint => ({ domain: 'a.example', interface: 'internal', url })
await requestsOf(sockets.channel, endpoint(bareUrl), '/')
const floor = await requestsOf(sockets.channel, endpoint(bareUrl), '/')
const health = await requestsOf(sockets.channel, endpoint(gatewayUrl), '/healthz')
const refusal = await requestsOf(sockets.channel, endpoint(gatewayUrl), '/apps')
say('one request, bare node:http', `${floor.toFixed(0)} µs`)
say('one request, reference gateway, /healthz', `${health.toFixed(0)} µs (${(health / floor).toFixed(2)} of bare)`)
say(
  'one request, reference gateway, refused (401)',
  `${refusal.toFixed(0)} µs (${(refusal / floor).toFixed(2)} of bare)`,
)
await sockets.close()
await embedded.close()
bare.close()

// Scenarios in process, in virtual time: what the checks themselves cost.
await runAll()
const inside = await runAll()
const perCheck = inside.ms / inside.checks
say(`${inside.checks} checks in process, one thread`, `${inside.ms.toFixed(0)} ms, ${perCheck.toFixed(1)} ms a check`)
const shares = await profiled(async () => {
  await runAll()
}, places)
for (const [place, share] of Object.entries(shares).sort(([, left], [, right]) => right - left)) {
  say(`  of that: ${place}`, `${(share * 100).toFixed(0)} %`)
}

// The whole command, as a user types it.
const out = mkdtempSync(join(tmpdir(), 'mimi-bench-'))
const command = fileURLToPath(new URL('../bin/mimi-conformance.js', import.meta.url))
const start = performance.now()
const { status } = spawnSync(process.execPath, [command, 'run', '--out', out, '--format', 'json'], { stdio: 'ignore' })
const wall = performance.now() - start
const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { results: { durationMs: number }[] }
rmSync(out, { recursive: true, force: true })
const told = report.results.reduce((sum, { durationMs }) => sum + durationMs, 0)
say(`the run command (exit code ${status}), ${report.results.length} results`, `${wall.toFixed(0)} ms`)
say('  a check, by the clock on the wall', `${(wall / report.results.length).toFixed(1)} ms`)
say('  against the same checks in process, one thread', `${(wall / inside.ms).toFixed(2)} times`)
say('  scenarios under way, on average', (told / wall).toFixed(2))

// MLS: what it costs to follow a group from outside.
await measureMls(say)
