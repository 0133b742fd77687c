// Requests a second of the reference gateway against a bare node:http server that reads and writes the same JSON.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { system } from '../bin/system.ts'
import { makeKeyPackage } from '../mls/key-package.ts'
import { loadSuite } from '../mls/suite.ts'
import { median, type Say } from './say.ts'
import type { Serving } from './server.ts'

const connections = 16
const rounds = 7
const requestsPerRound = 1500
const owners = 5
const packagesEach = 10

interface Contender {
  readonly child: ChildProcess
  readonly pool: Pool
  readonly serving: Serving
  readonly clients: readonly string[]
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly target: string
  readonly json?: object
}

type Kind = (contender: Contender, index: number) => Asked

const kinds: Readonly<Record<string, Kind>> = {
  registration: ({ serving }, index) => ({
    ...{ method: 'POST', target: `${serving.path}/clients` },
    json: { clientHandle: `client-${index}`, tags: [`team-${Math.floor(index / 10)}`, `role-${index % 1000}`] },
  }),
  'discovery by tag': ({ serving }, index) => ({
    method: 'GET',
    target: `${serving.path}/clients?tag=team-${index % 100}`,
  }),
  'key-package fetch': ({ serving, clients }, index) => ({
    method: 'GET',
    target: `${serving.path}/clients/${clients[index % owners]}/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=r${Math.floor(index / owners) % packagesEach}`,
  }),
}

/** Both servers run as processes of their own and take the same requests from this one, in turns; medians of all rounds. */
export async function measureThroughput(say: Say): Promise<void> {
  const packages = await makePackages()
  const [bare, gateway] = [await start('bare', packages), await start('gateway', packages)]
  let sent = 0
  for (const [name, kind] of Object.entries(kinds)) {
    const taken: { bare: Round; gateway: Round }[] = []
    for (let round = 0; round <= rounds; round++) {
      const from = sent
      sent += requestsPerRound
      const both = { bare: await takeRound(bare, kind, from), gateway: await takeRound(gateway, kind, from) }
      // The first round warms both up.
      if (round > 0) taken.push(both)
    }
    const rate = (one: 'bare' | 'gateway') => median(taken.map((both) => both[one].perSecond))
    const cpu = (one: 'bare' | 'gateway') => median(taken.map((both) => both[one].cpuMicros))
    const ratio = rate('gateway') / rate('bare')
    say(
      `${name}, requests a second`,
      `${rate('gateway').toFixed(0)} (${ratio.toFixed(2)} of a bare server's ${rate('bare').toFixed(0)}; CPU ${cpu('gateway').toFixed(0)} µs against ${cpu('bare').toFixed(0)} µs)`,
    )
  }
  for (const { pool, child } of [bare, gateway]) {
    await pool.close()
    child.disconnect()
  }
}

interface Round {
  readonly perSecond: number
  /** Of the server, for each request. */
  readonly cpuMicros: number
}

async function takeRound(contender: Contender, kind: Kind, from: number): Promise<Round> {
  const before = await cpuOf(contender.child)
  const start = performance.now()
  let next = from
  const lane = async (): Promise<void> => {
    while (next < from + requestsPerRound) await ask(contender, kind(contender, next++))
  }
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - start) / 1000
  return {
    perSecond: requestsPerRound / seconds,
    cpuMicros: ((await cpuOf(contender.child)) - before) / requestsPerRound,
  }
}

async function ask(
  { pool, serving }: Pick<Contender, 'pool' | 'serving'>,
  { method, target, json }: Asked,
): Promise<Record<string, unknown>> {
  const { statusCode, body } = await pool.request({
    ...{ method, path: target },
    headers: { authorization: `Bearer ${serving.token}`, ...(json && { 'content-type': 'application/json' }) },
    ...(json && { body: JSON.stringify(json) }),
  })
  const text = await body.text()
  if (statusCode > 299) throw new Error(`${method} ${target}: expected a 2xx answer, was ${statusCode}: ${text}`)
  return JSON.parse(text) as Record<string, unknown>
}

async function start(name: 'bare' | 'gateway', packages: readonly (readonly string[])[]): Promise<Contender> {
  const child = fork(fileURLToPath(new URL('./server.js', import.meta.url)), [name])
  const [serving] = (await once(child, 'message')) as [Serving]
  const pool = new Pool(serving.url, { connections })
  const clients: string[] = []
  for (const [index, keyPackages] of packages.entries()) {
    const at = `${serving.path}/clients`
    const json = { clientHandle: `owner-${index}`, tags: [] }
    const clientId = String((await ask({ pool, serving }, { method: 'POST', target: at, json }))['clientId'])
    const attributes = { protocolVersion: 1, cipherSuite: 1, appLabel: '' }
    const queues = `${at}/${clientId}/queues`
    const { keyQueueId } = await ask({ pool, serving }, { method: 'POST', target: queues, json: attributes })
    const fill = { keyPackages, isReset: false }
    await ask({ pool, serving }, { method: 'PATCH', target: `${queues}/${keyQueueId}`, json: fill })
    clients.push(clientId)
  }
  return { child, pool, serving, clients }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
  return user + system
}

async function makePackages(): Promise<string[][]> {
  const suite = await loadSuite(1, system.random)
  const now = BigInt(Math.floor(system.clock.now() / 1000))
  const lifetime = { notBefore: now - 3600n, notAfter: now + 86_400n }
  const all: string[][] = []
  for (let owner = 0; owner < owners; owner++) {
    const own = []
    for (let count = 0; count < packagesEach; count++)
      own.push(await makeKeyPackage({ identity: new TextEncoder().encode(`owner-${owner}`), suite, lifetime }))
    all.push(own.map(({ message }) => Buffer.from(message).toString('base64')))
  }
  return all
}
