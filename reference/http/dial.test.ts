// Calling peers over real sockets: what is sent is what was asked for, and a peer's tricks end the call, not the caller.
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { PeerTimeout } from '../federation/outbound.ts'
import { dial } from './dial.ts'

async function peer(
  context: TestContext,
  answer: (message: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const get = (target: string) => ({ method: 'GET', target, headers: [], body: new Uint8Array() })

test('target, headers and body arrive as they are, below the path of the base URL', async (context) => {
  const seen: unknown[] = []
  const url = await peer(context, (message, response) => {
    message.setEncoding('utf8').on('data', (text) => seen.push(text))
    message.on('end', () => {
      seen.push(message.method, message.url, message.headers['authorization'], message.headers['content-length'])
      response.writeHead(201, ['x-a', '1', 'x-a', '2']).end('made')
    })
  })
  const target = '/apps/a%2Fb/../clients?x=%41&y=+'
  const headers = [['authorization', 'Bearer t'] as const]
  const request = { method: 'PUT', target, headers, body: new TextEncoder().encode('{}') }
  const answer = await dial()(`${url}/mimi/`, request)
  assert.deepEqual(seen, ['{}', 'PUT', `/mimi${target}`, 'Bearer t', '2'])
  assert.equal(answer.status, 201)
  assert.deepEqual(answer.headers.slice(0, 2), [
    ['x-a', '1'],
    ['x-a', '2'],
  ])
  assert.equal(new TextDecoder().decode(answer.body), 'made')
})

test('a redirect is an answer, and nobody goes where it points', async (context) => {
  let visits = 0
  const elsewhere = await peer(context, (_, response) => {
    visits++
    response.end()
  })
  const url = await peer(context, (_, response) => response.writeHead(302, { location: elsewhere }).end())
  assert.equal((await dial()(url, get('/apps'))).status, 302)
  assert.equal(visits, 0)
})

test('a peer that is silent, or never finishes, is given up', async (context) => {
  const silent = await peer(context, () => {})
  const endless = await peer(context, (_, response) => {
    response.writeHead(200)
    response.write('{')
  })
  for (const url of [silent, endless]) await assert.rejects(dial({ timeoutMs: 50 })(url, get('/apps')), PeerTimeout)
})

test('an answer that is too long is not taken, a peer that is not there or breaks off is an error', async (context) => {
  const chatty = await peer(context, (_, response) => response.end('x'.repeat(100)))
  assert.equal((await dial({ answerBytes: 100 })(chatty, get('/'))).body.length, 100)
  await assert.rejects(dial({ answerBytes: 99 })(chatty, get('/')), /more than 99 bytes/)
  const broken = await peer(context, (_, response) => response.destroy())
  for (const url of [broken, 'http://127.0.0.1:1'])
    await assert.rejects(dial()(url, get('/')), (reason) => !(reason instanceof PeerTimeout))
})
