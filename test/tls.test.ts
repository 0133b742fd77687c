// TLS mode on real processes: the same verdicts as without, and nobody believed whose certificate does not hold.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serveInstance } from '../bin/embedded.ts'
import { referenceCapabilities, referenceInstance } from '../bin/reference-target.ts'
import { newToken, system } from '../bin/system.ts'
import { makeCertificates } from '../harness/launch/certificates.ts'
import type { StartedGateway } from '../harness/launch/federation.ts'
import { type Report, report as reportModel } from '../harness/report/model.ts'
import { NoAnswer } from '../harness/transport/recorder.ts'
import { openSockets } from '../harness/transport/socket.ts'
import type { SuiteTls } from '../harness/transport/tls.ts'
import { dial } from '../reference/http/dial.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { makePlace, type Place } from './command-line.test.kit.ts'

const command = fileURLToPath(new URL('../bin/mimi-conformance.js', import.meta.url))
const now = BigInt(Math.floor(Date.now() / 1000))

let place: Place
let folder: string
before(async () => {
  place = await makePlace()
  folder = await mkdtemp(join(tmpdir(), 'mimi-tls-'))
})
after(async () => {
  await place.remove()
  await rm(folder, { recursive: true, force: true })
})

async function certificates(name: string, domains: readonly string[], at = now): Promise<SuiteTls> {
  const own = await mkdtemp(join(folder, `${name}-`))
  return makeCertificates({ folder: own, domains, random: system.random, now: at })
}

test('launched over TLS with mutual authentication: the verdicts of the embedded run', async () => {
  const target = {
    name: 'tls',
    version: '1',
    editions: ['2023-03-08', '2023-03-17'],
    capabilities: referenceCapabilities,
    launch: { command: [process.execPath, command, 'serve', '--config', '{instance}'], tls: true },
  }
  await writeFile(join(place.folder, 'tls.json'), JSON.stringify(target))
  const patterns = [
    'capability/*',
    'gateway-access/no-direct-client-access',
    'federation/key-package-across-domains',
    'federation/follower-relays',
    'federation/forward-set',
    'journey/*',
  ]
  const only = patterns.flatMap((pattern) => ['--only', pattern])
  const verdicts = async (out: string, ...args: readonly string[]) => {
    const { code, stderr } = await place.run('run', '--seed', '5', '--out', out, ...only, ...args)
    assert.equal(code, 0, stderr)
    const text = await readFile(join(place.folder, out, 'report.json'), 'utf8')
    assert.doesNotMatch(text, /PRIVATE KEY|\.pem/)
    const { results }: Report = reportModel.parse(JSON.parse(text))
    return results.map(({ edition, scenario, verdict }) => [edition, scenario, verdict].join(' '))
  }
  const [plain, tls] = [await verdicts('plain'), await verdicts('over-tls', '--target', 'tls.json')]
  assert.deepEqual(tls, plain)
  assert.ok(tls.length > 40)
})

describe('a gateway in TLS mode', () => {
  let good: SuiteTls
  let gateway: StartedGateway
  const url = (side: 'internal' | 'external') => `https://127.0.0.1:${gateway.instance[side].port}`
  before(async () => {
    good = await certificates('good', ['a.example', 'b.example', 'stranger.example'])
    gateway = await serveInstance(instanceWith(good), { log: () => {} })
  })
  after(() => gateway.close())

  function instanceWith(tls: SuiteTls, domain = 'a.example'): InstanceFile {
    const [authorities = ''] = tls.authorities
    const own = tls.identities[domain] ?? { key: '', certificate: '' }
    const peers = [{ domain: 'b.example', external: 'https://127.0.0.1:9' }]
    const plain = referenceInstance({ edition: '2023-03-17', domain: 'a.example' }, newToken, peers)
    return { ...plain, tls: { ...own, authorities } }
  }

  /** The status of `GET /apps` for a caller with these certificates; what went wrong where there is none. */
  async function asks(tls: SuiteTls, presenting?: string, path = '/apps'): Promise<number | string> {
    const sockets = openSockets(5_000, tls)
    const endpoint = {
      domain: 'a.example',
      interface: 'external' as const,
      url: url('external'),
      ...(presenting && { presenting }),
    }
    const request = { method: 'GET', target: path, headers: [], body: new Uint8Array() }
    const answer = await sockets.channel(endpoint, request).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof NoAnswer ? error.message : Promise.reject(error)),
    )
    await sockets.close()
    return answer
  }

  test('believes the certificate of a peer, and that of nobody else', async () => {
    assert.equal(await asks(good, 'b.example'), 200)
    assert.equal(await asks(good), 401)
    assert.equal(await asks(good, 'stranger.example'), 401)
    assert.equal(await asks(good, undefined, '/healthz'), 200)
  })

  test('does not believe another authority, nor a certificate that has expired', async () => {
    const shown = async (tls: SuiteTls) => asks({ ...good, identities: tls.identities }, 'b.example')
    assert.equal(await shown(await certificates('other', ['b.example'])), 401)
    assert.equal(await shown(await certificates('late', ['b.example'], now - 400n * 86_400n)), 401)
  })

  test('is itself believed by its domain alone, not by its address', async () => {
    const other = await certificates('foreign', ['a.example'])
    assert.match(
      String(await asks({ ...good, authorities: other.authorities }, 'b.example')),
      /certificate does not hold/,
    )
    const misnamed = await serveInstance(instanceWith(good, 'stranger.example'), { log: () => {} })
    const outbound = async (port: number) => {
      const read = (path = '') => readFileSync(path, 'utf8')
      const own = good.identities['b.example']
      const terms = { key: read(own?.key), certificate: read(own?.certificate), authorities: read(good.authorities[0]) }
      const send = dial({ tls: { ...terms, domainAt: () => 'a.example' } })
      return send(`https://127.0.0.1:${port}`, { method: 'GET', target: '/apps', headers: [], body: new Uint8Array() })
    }
    assert.equal((await outbound(gateway.instance.external.port)).status, 200)
    await assert.rejects(outbound(misnamed.instance.external.port), /the certificate is not one for a\.example/)
    await misnamed.close()
  })
})

describe('targets whose TLS is not what their file says end with 2 and one line', () => {
  async function refused(gateways: unknown, line: RegExp): Promise<void> {
    const file = { name: 'x', version: '1', editions: ['2023-03-17'], capabilities: ['define-application'], gateways }
    await writeFile(join(place.folder, 'wrong.json'), JSON.stringify(file))
    const { code, stdout, stderr } = await place.run('run', '--target', 'wrong.json', '--timeout', '2000')
    assert.deepEqual([code, stdout], [2, ''], stderr)
    assert.match(stderr, /^[^\n]+\n$/)
    assert.match(stderr, line)
  }
  const filesOf = (tls: SuiteTls): NonNullable<InstanceFile['tls']> => {
    const { key = '', certificate = '' } = tls.identities['a.example'] ?? {}
    return { key, certificate, authorities: tls.authorities[0] ?? '' }
  }

  test('a certificate under another authority', async () => {
    const [own, other] = [await certificates('own', ['a.example']), await certificates('their', ['a.example'])]
    const instance = referenceInstance({ edition: '2023-03-17', domain: 'a.example' }, newToken, [])
    const started = await serveInstance({ ...instance, tls: filesOf(own) }, { log: () => {} })
    await refused(
      [{ ...started.instance, tls: filesOf(other) }],
      /gateways\[0\]\.internal: .*the certificate does not hold/,
    )
    const { tls: _, ...plain } = started.instance
    await refused([plain], /gateways\[0\]\.internal: expected an HTTP answer from http:/)
    await started.close()
  })

  test('plain HTTP where TLS is declared', async () => {
    const server = createServer((_, answer) => answer.end('{}')).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const at = { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
    const instance = {
      ...referenceInstance({ edition: '2023-03-17', domain: 'a.example' }, newToken, []),
      internal: at,
      external: at,
    }
    await refused(
      [{ ...instance, tls: filesOf(await certificates('any', ['a.example'])) }],
      /gateways\[0\]\.internal: .*does not speak TLS/,
    )
    server.close()
    server.closeAllConnections()
  })
})
