// Targets that start late, die, hang, flood, close or are no gateway at all: a verdict or one clear line, and nothing left.
import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Report, report as reportModel } from '../harness/report/model.ts'
import { type Ended, makePlace, type Place } from './command-line.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
})
after(() => place.remove())

const described = {
  name: 'odd',
  version: '1',
  editions: ['2023-03-17'],
  capabilities: ['define-application', 'basic', 'key-queues'],
}
const only = ['--only', 'client-registration/*', '--only', 'key-queue/unique-attributes']

async function runTarget(target: object, ...args: readonly string[]): Promise<Ended> {
  await writeFile(join(place.folder, 'odd.json'), JSON.stringify({ ...described, ...target }))
  return place.run('run', '--target', 'odd.json', '--out', 'odd', '--timeout', '1000', ...only, ...args)
}

async function report(): Promise<Report> {
  return reportModel.parse(JSON.parse(await readFile(join(place.folder, 'odd', 'report.json'), 'utf8')))
}

/** Nothing of the suite is left in the file system. */
async function assertTidy(): Promise<void> {
  assert.deepEqual(
    (await readdir(place.scratch)).filter((name) => name.startsWith('mimi-')),
    [],
  )
}

function assertOneLine({ code, stdout, stderr }: Ended, line: RegExp): void {
  assert.deepEqual([code, stdout], [2, ''], stderr)
  assert.match(stderr, /^[^\n]+\n$/)
  assert.match(stderr, line)
}

describe('targets that the suite starts', () => {
  /** A gateway as a script: `instance` is its instance file, `answer` what it does with a request. */
  const scripted = (body: string): object => {
    const script = `
      const instance = JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))
      const http = require('node:http')
      const listen = (server) => [instance.internal, instance.external].forEach(({ host, port }, index) => {
        (index ? http.createServer(server) : http.createServer(server)).listen(port, host)
      })
      ${body}`
    return { launch: { command: [process.execPath, '-e', script, '{instance}'], readyWithinMs: 3000 } }
  }

  test('one that does not exist', async () => {
    assertOneLine(
      await runTarget({ launch: { command: ['./no-such-gateway', '{instance}'] } }),
      /odd\.json: launch\.command/,
    )
    await assertTidy()
  })

  test('one that ends at once, which is tried twice', async () => {
    assertOneLine(await runTarget(scripted('process.exit(7)')), /launch\.command.*it .*7/)
    await assertTidy()
  })

  test('one that never answers', async () => {
    assertOneLine(await runTarget(scripted('setInterval(() => {}, 1000)')), /launch\.command/)
    await assertTidy()
  })

  test('one that starts late is waited for', async () => {
    const late = scripted('setTimeout(() => listen((_, answer) => answer.writeHead(401).end()), 700)')
    const { code } = await runTarget(late)
    assert.equal(code, 3)
    assert.ok((await report()).results.every(({ verdict }) => verdict !== 'pass' && verdict !== 'error'))
    await assertTidy()
  })

  test('one that dies in the middle leaves the rest without a verdict', async () => {
    const dying = scripted(
      'let count = 0; listen((_, answer) => { if (++count > 12) process.exit(1); answer.writeHead(201).end() })',
    )
    const { code } = await runTarget(dying)
    assert.ok(code === 1 || code === 3, String(code))
    const { results, complete } = await report()
    assert.ok(complete && results.some(({ verdict }) => verdict === 'inconclusive'))
    assert.ok(results.every(({ verdict }) => verdict !== 'error'))
    await assertTidy()
  })
})

describe('targets that run already', () => {
  const servers: { close(): unknown }[] = []
  after(() => {
    for (const server of servers) server.close()
  })

  async function running(server: Server, sockets: Set<Socket> = new Set()): Promise<object> {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
    })
    server.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    servers.push({
      close() {
        server.close()
        for (const socket of sockets) socket.destroy()
      },
    })
    const at = { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
    const secret = 'operator-secret-0123456789'
    const gateway = {
      edition: '2023-03-17',
      domains: ['a.example'],
      internal: at,
      external: at,
      operatorToken: secret,
      applicationServers: [
        { name: 'app-server-1', token: 'server-secret-0123456789' },
        { name: 'app-server-2', token: 'other-secret-0123456789' },
      ],
      peers: [],
    }
    return { gateways: [gateway] }
  }

  /** No pass, no defect of ours, and no secret in anything that is written. */
  async function assertUndecided({ code }: Ended): Promise<void> {
    const { results } = await report()
    assert.equal(code, 3)
    assert.ok(results.length > 0)
    for (const { verdict, scenario } of results)
      assert.ok(!['pass', 'error', 'fail'].includes(verdict), `${scenario}: ${verdict}`)
    for (const file of await readdir(join(place.folder, 'odd')))
      assert.doesNotMatch(await readFile(join(place.folder, 'odd', file), 'utf8'), /secret-0123456789/)
    await assertTidy()
  }

  test('one that hangs on one route', async () => {
    const server = createHttpServer((request, answer) => {
      if (request.method === 'PUT') answer.writeHead(201).end()
      else if (request.url === '/healthz') answer.writeHead(200).end()
    })
    await assertUndecided(await runTarget(await running(server)))
  })

  test('one that answers with 10 MB', async () => {
    const flood = Buffer.alloc(10_000_000, 'a')
    const server = createHttpServer((request, answer) =>
      answer.writeHead(request.method === 'PUT' ? 201 : 200).end(request.method === 'PUT' ? '' : flood),
    )
    const ended = await runTarget(await running(server))
    const { results } = await report()
    assert.ok(ended.code === 1 || ended.code === 3, ended.stderr)
    assert.ok(results.every(({ verdict }) => verdict !== 'pass' && verdict !== 'error'))
  })

  test('one that closes every connection', async () => {
    const ended = await runTarget(await running(createServer((socket) => socket.destroy())))
    assertOneLine(ended, /gateways\[0\]\.internal: expected an HTTP answer/)
  })

  test('one that is not a gateway at all', async () => {
    const greeting = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'))
    assertOneLine(await runTarget(await running(greeting)), /gateways\[0\]\.internal: expected an HTTP answer/)
    const page = createHttpServer((_, answer) =>
      answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>'),
    )
    const { code } = await runTarget(await running(page))
    const { results } = await report()
    assert.ok(code === 1 || code === 3)
    assert.ok(results.every(({ verdict }) => verdict !== 'pass' && verdict !== 'error'))
  })

  test('one that speaks HTTP/1.0', async () => {
    const old = createServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.0 401 Unauthorized\r\ncontent-type: text/plain\r\n\r\nno'))
    })
    await assertUndecided(await runTarget(await running(old)))
  })
})
