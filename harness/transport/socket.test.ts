import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { Endpoint } from '../../simulator/exchange.ts'
import { impatient, NoAnswer, recorder } from './recorder.ts'
import { openSockets } from './socket.ts'

async function listening(server: Server): Promise<Endpoint> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { domain: 'a.example', interface: 'internal', url: `http://127.0.0.1:${port}` }
}

const get = (target: string) => ({ method: 'GET', target, headers: [], body: new Uint8Array() })

test('a target goes over the wire exactly as written', async (context) => {
  const server = createServer((request, response) => response.end(request.url))
  const sockets = openSockets(2000)
  context.after(async () => {
    await sockets.close()
    server.close()
  })
  const endpoint = await listening(server)
  for (const target of ['/apps/../healthz', '/apps/%2e%2e/x', '//apps//x', '/a?x=%2F&x=1']) {
    const answer = await sockets.channel(endpoint, get(target))
    assert.equal(new TextDecoder().decode(answer.body), target)
  }
})

test('headers come back one by one, repeated ones too', async (context) => {
  const server = createServer((_, response) =>
    response
      .writeHead(
        204,
        [
          ['x-a', '1'],
          ['x-a', '2'],
        ].flat(),
      )
      .end(),
  )
  const sockets = openSockets(2000)
  context.after(async () => {
    await sockets.close()
    server.close()
  })
  const { headers } = await sockets.channel(await listening(server), get('/'))
  assert.deepEqual(
    headers.filter(([name]) => name === 'x-a'),
    [
      ['x-a', '1'],
      ['x-a', '2'],
    ],
  )
})

test('a silent, a closed and a garbled connection are told apart, in words without addresses', async (context) => {
  const silent = createServer(() => undefined)
  const rude = createServer((request) => request.socket.destroy())
  const garbled = createServer((request) => request.socket.end('hello\r\n\r\n'))
  const sockets = openSockets(150)
  context.after(async () => {
    await sockets.close()
    for (const server of [silent, rude, garbled]) server.close().closeAllConnections()
  })
  const said = async (server: Server) => {
    const endpoint = await listening(server)
    return sockets.channel(endpoint, get('/')).then(String, (error: unknown) => {
      assert.ok(error instanceof NoAnswer)
      return error.message
    })
  }
  assert.equal(await said(silent), 'nothing within 150 ms')
  assert.equal(await said(rude), 'connection closed before the answer')
  assert.equal(await said(garbled), 'the answer is not HTTP')
  const gone: Endpoint = { domain: 'a.example', interface: 'internal', url: 'http://127.0.0.1:9' }
  await assert.rejects(sockets.channel(gone, get('/')), { message: 'connection refused' })
})

test('an interface that never answers is given up after a few requests', async () => {
  let asked = 0
  const channel = impatient(() => {
    asked++
    return Promise.reject(new NoAnswer('nothing within 5 ms'))
  }, 3)
  const endpoint: Endpoint = { domain: 'a.example', interface: 'internal', url: 'http://x' }
  const record = recorder(channel, () => 0)
  for (let count = 0; count < 10; count++) await record.exchange({ from: 'x', to: endpoint, request: get('/') })
  assert.equal(asked, 3)
  assert.equal(record.exchanges.length, 10)
  assert.match(record.exchanges[9]?.noAnswer ?? '', /the last 3 requests/)
})
