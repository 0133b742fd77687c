// Requests a second of the reference gateway against a bare node:http server that reads and writes the same JSON.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { appPath } from '../gateway.ts'
import { makePackages } from '../packages.ts'
import { median, type Say, type Section, spread } from '../section.ts'
import { type Asked, type Lanes, openLanes, written } from './lanes.ts'
import type { Serving } from './server.ts'

const scales = {
  full: { rounds: 9, warmUps: 10, requests: 1000, owners: 5, packages: 10 },
  tiny: { rounds: 1, warmUps: 0, requests: 40, owners: 1, packages: 2 },
}
const connections = 16
const goal = 0.5

type Size = (typeof scales)['full']

interface Contender {
  readonly child: ChildProcess
  readonly lanes: Lanes
  readonly token: string
  /** Ids of the clients that have key packages. */
  readonly owners: readonly string[]
}

type Kind = (contender: Contender, index: number, size: Size) => Asked

const kinds: Readonly<Record<string, Kind>> = {
  registration: (_, index) => ({
    method: 'POST',
    target: `${appPath}/clients`,
    json: { clientHandle: `client-${index}`, tags: [`team-${Math.floor(index / 10)}`, `role-${index % 1000}`] },
  }),
  'discovery by tag': (_, index) => ({ method: 'GET', target: `${appPath}/clients?tag=team-${index % 100}` }),
  'key-package fetch': ({ owners }, index, { packages }) => ({
    method: 'GET',
    target: `${appPath}/clients/${owners[index % owners.length]}/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=r${Math.floor(index / owners.length) % packages}`,
  }),
}

/** Both servers are processes of their own and take the same requests from this one, in turns. */
export const http: Section = {
  name: 'http',
  measures: 'the reference gateway over real sockets against a bare node:http server with the same JSON',
  async run(say, scale) {
    const size = scales[scale]
    const packages = await makePackages(size.owners, size.packages)
    const contenders = { bare: await start('bare', packages), gateway: await start('gateway', packages) }
    try {
      for (const [name, kind] of Object.entries(kinds)) await compare(name, { kind, size, contenders, say })
    } finally {
      for (const { lanes, child } of Object.values(contenders)) {
        lanes.close()
        child.disconnect()
      }
    }
  },
}

interface Comparison {
  readonly kind: Kind
  readonly size: Size
  readonly contenders: { readonly bare: Contender; readonly gateway: Contender }
  readonly say: Say
}

async function compare(name: string, { kind, size, contenders: { bare, gateway }, say }: Comparison): Promise<void> {
  const taken: { bare: Round; gateway: Round }[] = []
  for (let round = 0; round < size.warmUps + size.rounds; round++) {
    const indexes = Array.from({ length: size.requests }, (_, index) => round * size.requests + index)
    const requestsTo = (to: Contender) => indexes.map((index) => written(kind(to, index, size), to.token))
    const both = {
      bare: await takeRound(bare, requestsTo(bare)),
      gateway: await takeRound(gateway, requestsTo(gateway)),
    }
    if (round >= size.warmUps) taken.push(both)
  }
  const ratios = taken.map((both) => both.gateway.perSecond / both.bare.perSecond)
  const of = (one: 'bare' | 'gateway', what: keyof Round) => median(taken.map((both) => both[one][what])).toFixed(0)
  say({
    what: `${name}, requests a second`,
    figure: `${spread(ratios)} of bare; ${of('gateway', 'perSecond')} against ${of('bare', 'perSecond')}`,
    goal: { text: `at least ${goal}`, isMet: median(ratios) >= goal },
  })
  const work = taken.map((both) => both.bare.cpuMicros / both.gateway.cpuMicros)
  say({
    what: `  CPU time of the server, bare against gateway`,
    figure: `${spread(work)}; ${of('bare', 'cpuMicros')} µs against ${of('gateway', 'cpuMicros')} µs a request`,
  })
}

interface Round {
  readonly perSecond: number
  /** Of the server, for each request. */
  readonly cpuMicros: number
}

async function takeRound({ child, lanes }: Contender, requests: readonly Buffer[]): Promise<Round> {
  const before = await cpuOf(child)
  const start = performance.now()
  await lanes.send(requests)
  const seconds = (performance.now() - start) / 1000
  return {
    perSecond: requests.length / seconds,
    cpuMicros: ((await cpuOf(child)) - before) / requests.length,
  }
}

async function start(name: 'bare' | 'gateway', packages: readonly (readonly string[])[]): Promise<Contender> {
  const child = fork(fileURLToPath(new URL('./server.js', import.meta.url)), [name])
  const [{ port, token }] = (await once(child, 'message')) as [Serving]
  const owners: string[] = []
  for (const [index, keyPackages] of packages.entries()) {
    const ask = asking(port, token)
    const at = `${appPath}/clients`
    const { clientId } = await ask({ method: 'POST', target: at, json: { clientHandle: `owner-${index}`, tags: [] } })
    const queues = `${at}/${clientId}/queues`
    const attributes = { protocolVersion: 1, cipherSuite: 1, appLabel: '' }
    const { keyQueueId } = await ask({ method: 'POST', target: queues, json: attributes })
    await ask({ method: 'PATCH', target: `${queues}/${keyQueueId}`, json: { keyPackages, isReset: false } })
    owners.push(String(clientId))
  }
  return { child, lanes: await openLanes(port, connections), token, owners }
}

function asking(port: number, token: string): (asked: Asked) => Promise<Record<string, unknown>> {
  return async ({ method, target, json }) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const url = `http://127.0.0.1:${port}${target}`
    const answer = await fetch(url, { method, headers, body: JSON.stringify(json) })
    if (!answer.ok) throw new Error(`${method} ${target}: expected a 2xx answer, was ${answer.status}`)
    return (await answer.json()) as Record<string, unknown>
  }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
  return user + system
}
