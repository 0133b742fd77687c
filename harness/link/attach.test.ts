import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { InstanceFile } from '../../spec/profile/instance.ts'
import { ConfigurationError } from '../configuration-error.ts'
import type { RunningTarget, Wiring } from '../target.ts'
import { openSockets } from '../transport/socket.ts'
import { type AttachOptions, attachNetwork } from './attach.ts'

const edition = '2023-03-17'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function instance(domain: string, external: number, peer: { domain: string; port: number }): InstanceFile {
  const address = (port: number) => ({ host: '127.0.0.1', port })
  return {
    edition,
    domains: [domain],
    internal: address(1),
    external: address(external),
    operatorToken: 'o',
    applicationServers: [],
    peers: [{ domain: peer.domain, external: `http://127.0.0.1:${peer.port}`, sendToken: 's', receiveToken: 'r' }],
  }
}

function options(gateways: InstanceFile[], wiring: Wiring): Omit<AttachOptions, 'reach'> {
  const target: RunningTarget = {
    name: 'acme',
    version: '1',
    editions: [edition],
    capabilities: [],
    cipherSuites: [1],
    limits: {},
    dialect: {},
    gateways,
  }
  const clock = { now: () => 0, pass: async () => {} }
  return { target, wiring, file: 'acme.yaml', editions: [edition], clock, seed: 1, token: 't' }
}

test('a gateway that sends to its peer at a relay reaches it there', async (context) => {
  const sockets = openSockets(2_000)
  const peer = createServer((request, response) => response.end(`b has ${request.url}`))
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  const { port } = peer.address() as AddressInfo
  const [toB, toA] = [await freePort(), await freePort()]
  const wiring: Wiring = {
    relays: [
      { domain: 'b.example', listen: { host: '127.0.0.1', port: toB }, to: `http://127.0.0.1:${port}` },
      { domain: 'a.example', listen: { host: '127.0.0.1', port: toA }, to: 'http://127.0.0.1:1' },
    ],
    scriptedPeers: [],
  }
  const gateways = [
    instance('a.example', 1, { domain: 'b.example', port: toB }),
    instance('b.example', port, { domain: 'a.example', port: toA }),
  ]
  const network = await attachNetwork({ ...options(gateways, wiring), reach: sockets.channel })
  context.after(async () => {
    await network.close()
    await sockets.close()
    peer.close()
  })
  const endpoint = { domain: 'b.example', interface: 'external', url: `http://127.0.0.1:${toB}` } as const
  const { body } = await sockets.channel(endpoint, {
    method: 'GET',
    target: '/apps/%2e%2e',
    headers: [],
    body: new Uint8Array(),
  })
  assert.equal(new TextDecoder().decode(body), 'b has /apps/%2e%2e')
  assert.deepEqual(
    network.address.links.map(({ from, to }) => `${from} ${to}`),
    ['a.example b.example', 'b.example a.example'],
  )
})

test('a peer address that is no relay of the target file is told with the gateway it belongs to', async (context) => {
  const sockets = openSockets(2_000)
  context.after(() => sockets.close())
  const gateways = [
    instance('a.example', 1, { domain: 'b.example', port: 4 }),
    instance('b.example', 2, { domain: 'a.example', port: 5 }),
  ]
  const attaching = attachNetwork({ ...options(gateways, { relays: [], scriptedPeers: [] }), reach: sockets.channel })
  await assert.rejects(attaching, (error: Error) => {
    assert.ok(error instanceof ConfigurationError)
    assert.match(
      error.message,
      /^acme\.yaml: gateways: the gateway of a\.example \(2023-03-17\): expected a peer b\.example/,
    )
    return true
  })
})
