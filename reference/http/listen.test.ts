// The gateway on real ports: raw targets, body limit, slow and broken clients, ports in use, closing.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { test } from 'node:test'
import type { GatewayRequest } from '../gateway.ts'
import { instanceOf, startTrial } from '../trial.test.kit.ts'
import { type Listening, listen } from './listen.ts'

const instance = instanceOf('2023-03-17')

/** The gateway takes its usual time, in which every test is done; only who waits for the end of a time asks for a short one. */
async function listening(
  work: (at: Listening, seen: GatewayRequest[]) => Promise<void>,
  patience: { readonly requestTimeoutMs?: number } = {},
): Promise<void> {
  const seen: GatewayRequest[] = []
  const { gateway } = await startTrial('2023-03-17', { limits: { bodyBytes: 1000 } })
  const internal = (message: GatewayRequest) => {
    seen.push(message)
    return gateway.internal(message)
  }
  const at = await listen({ ...gateway, internal }, { ...instance, ...patience })
  try {
    await work(at, seen)
  } finally {
    await at.close()
  }
}

/** Sends raw octets and gives all that comes back until the gateway closes the connection. */
async function sendRaw(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(text)
  let received = ''
  socket.on('data', (chunk) => {
    received += String(chunk)
  })
  await once(socket, 'close')
  return received
}

test('hands over target, headers and body as they came', () =>
  listening(async ({ internal }, seen) => {
    const { port } = new URL(internal)
    const headers = { 'X-One': ['a', 'b'], authorization: 'Bearer token-1' }
    const sent = request({ port, host: '127.0.0.1', path: '/apps/%2e%2e//../x%2Fy?q=%41', method: 'PUT', headers })
    sent.end('body')
    const [answer] = await once(sent, 'response')
    answer.resume()
    await once(answer, 'end')
    assert.equal(answer.statusCode, 404)
    assert.equal(seen[0]?.target, '/apps/%2e%2e//../x%2Fy?q=%41')
    assert.deepEqual(
      seen[0]?.headers.filter(([name]) => name === 'X-One'),
      [
        ['X-One', 'a'],
        ['X-One', 'b'],
      ],
    )
    assert.equal(new TextDecoder().decode(seen[0]?.body), 'body')
  }))

test('answers on both interfaces', () =>
  listening(async (at) => {
    for (const url of [at.internal, at.external]) assert.equal((await fetch(`${url}/healthz`)).status, 200)
    assert.notEqual(at.internal, at.external)
  }))

test('refuses a body over the limit while it is sent, whether or not its length is said', () =>
  listening(async ({ internal }, seen) => {
    const head = 'PUT /x HTTP/1.1\r\nHost: a\r\n'
    const chunk = `400\r\n${'x'.repeat(1024)}\r\n`
    for (const message of [
      `${head}Content-Length: 100000000\r\n\r\n`,
      `${head}Content-Length: 100000000\r\nExpect: 100-continue\r\n\r\n`,
      `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}`,
    ]) {
      const received = await sendRaw(internal, message)
      assert.match(received, /^HTTP\/1\.1 413 /)
      assert.match(received, /urn:mimi:problem:too-large/)
    }
    assert.equal(seen.length, 0)
    assert.equal((await fetch(`${internal}/healthz`)).status, 200)
  }))

test('answers what is not HTTP with a problem document', () =>
  listening(async ({ internal }) => {
    assert.match(await sendRaw(internal, 'GET\r\n\r\n'), /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/)
  }))

test('answers who does not finish with a problem document, once the time is over', () =>
  listening(
    async ({ internal }) => {
      const slow = 'PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf'
      assert.match(await sendRaw(internal, slow), /^HTTP\/1\.1 408 [\s\S]*application\/problem\+json/)
    },
    { requestTimeoutMs: 100 },
  ))

test('says in one line which port it could not have', () =>
  listening(async ({ internal }) => {
    const { gateway } = await startTrial('2023-03-17')
    const taken = { host: '127.0.0.1', port: Number(new URL(internal).port) }
    const message = `cannot listen on 127.0.0.1:${taken.port} for the external interface: the port is in use`
    await assert.rejects(listen(gateway, { ...instance, external: taken }), { message })
  }))

test('closing lets an answer under way finish and frees the ports', async () => {
  const { gateway } = await startTrial('2023-03-17')
  let release = () => {}
  let entered = () => {}
  const isEntered = new Promise<void>((resolve) => {
    entered = resolve
  })
  const internal = async (message: GatewayRequest) => {
    entered()
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return gateway.internal(message)
  }
  const at = await listen({ ...gateway, internal }, instance)
  const answer = fetch(`${at.internal}/healthz`)
  await isEntered
  const closed = at.close()
  release()
  assert.equal((await answer).status, 200)
  await closed
  const port = Number(new URL(at.internal).port)
  await (await listen(gateway, { ...instance, internal: { host: '127.0.0.1', port } })).close()
})
