// Connections as clients really make them: slow, half closed, hung up, pipelined, too long, and while the gateway ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GatewayRequest } from '../gateway.ts'
import { appId, type Trial } from '../trial.test.kit.ts'
import { gate, onPorts, rawClient } from './raw-client.test.kit.ts'

const health = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'
const served = /^HTTP\/1\.1 200 OK\r\n[\s\S]*\{"status":"serving"\}/
const head = (length: number | undefined, more = '') =>
  `POST /apps/${appId}/clients HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer token-1\r\nContent-Type: application/json\r\n` +
  `${length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`}\r\n${more}\r\n`

/** A gateway that holds the first request until it is let go. */
function holding() {
  const [entered, release] = [gate(), gate()]
  const targets: string[] = []
  const internal =
    ({ gateway }: Trial) =>
    async (request: GatewayRequest) => {
      targets.push(request.target)
      if (targets.length === 1) {
        entered.open()
        await release.opened
      }
      return gateway.internal(request)
    }
  return { internal, entered, release, targets }
}

test('a client that has closed its side gets its answer, however long that takes', () => {
  const { internal, entered, release } = holding()
  return onPorts({ internal }, async ({ at }) => {
    const client = await rawClient(at.internal)
    client.socket.end(health)
    await entered.opened
    // The end of the client's side is there before these three answers are.
    for (let turn = 0; turn < 3; turn++) {
      const other = await rawClient(at.internal)
      other.send(health)
      await other.said(served)
    }
    release.open()
    assert.match(await client.ended(), served)
  })
})

test('a client that closes its side before its body is whole is answered 400', () =>
  onPorts({}, async ({ at, logged }) => {
    const client = await rawClient(at.internal)
    client.socket.end(`${head(100)}{"clientHandle":`)
    assert.match(await client.ended(), /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/)
    const entries = await logged(2)
    assert.deepEqual(entries.map(({ event }) => event).sort(), ['request', 'unreadable'])
  }))

test('a client that hangs up in the middle of its body is noted, and nobody else notices', () =>
  onPorts({}, async ({ at, logged }) => {
    const client = await rawClient(at.internal)
    client.send(`${head(100)}{"clientHandle":`)
    const other = await rawClient(at.internal)
    other.send(health)
    await other.said(served)
    client.socket.resetAndDestroy()
    const cut = (await logged(2)).find((entry) => entry.event === 'request' && entry.cut === true)
    assert.ok(cut?.event === 'request' && cut.status === undefined && cut.method === 'POST')
    other.send(health)
    await other.said(/serving[\s\S]*serving/)
  }))

test('a client that hangs up while it is being answered does no harm', () => {
  const { internal, entered, release } = holding()
  return onPorts({ internal }, async ({ at, logged }) => {
    const client = await rawClient(at.internal)
    client.send(health)
    await entered.opened
    client.socket.resetAndDestroy()
    await logged(1)
    release.open()
    const next = await rawClient(at.internal)
    next.send(health)
    assert.match(await next.said(served), served)
  })
})

test('requests sent without waiting take effect one after the other and are answered in their order', () => {
  const { internal, entered, release, targets } = holding()
  return onPorts({ internal }, async ({ at }) => {
    const client = await rawClient(at.internal)
    const body = '{"clientHandle":"alice","tags":["t"]}'
    const find = `GET /apps/${appId}/clients?tag=t HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer token-1\r\n\r\n`
    client.send(head(body.length) + body + find)
    await entered.opened
    // What another connection asks is served meanwhile, so the second request has had every chance to be read.
    const other = await rawClient(at.internal)
    other.send(health)
    await other.said(served)
    assert.deepEqual(targets, [`/apps/${appId}/clients`, '/healthz'])
    release.open()
    assert.match(await client.said(/"tags"/), /^HTTP\/1\.1 201 [\s\S]*HTTP\/1\.1 200 [\s\S]*"clientHandle":"alice"/)
  })
})

test('a client that sends more ahead than is allowed loses its connection', () => {
  const { internal, entered, release } = holding()
  return onPorts({ internal, pipelined: 3 }, async ({ at }) => {
    const client = await rawClient(at.internal)
    client.send(health)
    await entered.opened
    client.send(health.repeat(6))
    assert.equal(await client.ended(), '')
    release.open()
  })
})

test('one connection serves several requests, and ends when nothing more comes', () =>
  onPorts({ keepAliveTimeoutMs: 50 }, async ({ at }) => {
    const client = await rawClient(at.internal)
    client.send(health)
    await client.said(served)
    client.send(health)
    assert.match(await client.ended(), /serving[\s\S]*HTTP\/1\.1 200 [\s\S]*serving/)
  }))

test('100-continue is said before the body is read, and any other expectation is refused', () =>
  onPorts({}, async ({ at }) => {
    const body = '{"clientHandle":"alice"}'
    const client = await rawClient(at.internal)
    client.send(head(body.length, 'Expect: 100-continue\r\n'))
    await client.said(/^HTTP\/1\.1 100 Continue\r\n\r\n/)
    client.send(body)
    assert.match(await client.said(/clientId/), /HTTP\/1\.1 201 /)
    const other = await rawClient(at.internal)
    other.send(head(body.length, 'Expect: a miracle\r\n'))
    assert.match(await other.ended(), /^HTTP\/1\.1 417 [\s\S]*application\/problem\+json/)
  }))

test('a body without a length is taken in chunks', () =>
  onPorts({}, async ({ at }) => {
    const client = await rawClient(at.internal)
    client.send(`${head(undefined)}10\r\n{"clientHandle":\r\n8\r\n"alice"}\r\n0\r\n\r\n`)
    assert.match(await client.said(/clientId/), /^HTTP\/1\.1 201 /)
  }))

test('who sends a body that is too long finds the refusal afterwards, on a connection that goes on', () =>
  onPorts({}, async ({ at }) => {
    for (const octets of [
      head(300_000) + 'x'.repeat(300_000),
      `${head(undefined)}493e0\r\n${'x'.repeat(300_000)}\r\n0\r\n\r\n`,
    ]) {
      const client = await rawClient(at.internal)
      await new Promise((resolve) => client.socket.write(octets, resolve))
      client.send(health)
      assert.match(await client.said(/serving/), /^HTTP\/1\.1 413 [\s\S]*too-large[\s\S]*HTTP\/1\.1 200 /)
    }
  }))

test('a body that does not end is cut off, and a new connection works', () =>
  onPorts({ drainedBytes: 10_000 }, async ({ at, logged }) => {
    const client = await rawClient(at.internal)
    client.send(head(undefined))
    const chunk = `400\r\n${'x'.repeat(1024)}\r\n`
    const more = () => {
      while (!client.socket.destroyed && client.socket.write(chunk));
    }
    client.socket.on('drain', more)
    more()
    await client.ended()
    const [entry] = await logged(1)
    assert.ok(entry?.event === 'request' && entry.status === 413 && entry.code === 'too-large')
    const next = await rawClient(at.internal)
    next.send(health)
    await next.said(served)
  }))

test('headers that are too long are refused with 431', () =>
  onPorts({ headerBytes: 1_000 }, async ({ at }) => {
    const client = await rawClient(at.internal)
    client.send(`GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(1_000)}\r\n\r\n`)
    assert.match(await client.ended(), /^HTTP\/1\.1 431 [\s\S]*application\/problem\+json/)
  }))

test('who says nothing, and who says it too slowly, is answered 408 in the end', () =>
  onPorts({ requestTimeoutMs: 50 }, async ({ at, logged }) => {
    const silent = await rawClient(at.internal)
    const slowly = async (octets: string) => {
      const client = await rawClient(at.internal)
      const rest = [...octets]
      const trickle = setInterval(() => client.socket.write(rest.shift() ?? 'x'), 5)
      const answer = await client.ended()
      clearInterval(trickle)
      return answer
    }
    const answers = await Promise.all([
      silent.ended(),
      slowly(`GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(500)}`),
      slowly(`${head(900)}${'x'.repeat(500)}`),
    ])
    for (const answer of answers) assert.match(answer, /^HTTP\/1\.1 408 [\s\S]*application\/problem\+json/)
    const reasons = (await logged(3)).flatMap((entry) => (entry.event === 'unreadable' ? [entry.reason] : []))
    assert.deepEqual(reasons, Array(3).fill('ERR_HTTP_REQUEST_TIMEOUT'))
  }))

test('a client that does not read its answer loses its connection', () => {
  const internal = () => async () => ({ status: 200, headers: [], body: new Uint8Array(50_000_000) })
  return onPorts({ internal, silenceTimeoutMs: 50 }, async ({ at, logged }) => {
    const client = await rawClient(at.internal)
    client.socket.pause()
    client.send(health)
    const [entry] = await logged(1)
    assert.ok(entry?.event === 'request' && entry.cut === true)
    client.socket.destroy()
  })
})

test('a request without Host, or with two, is refused, and so is a tunnel', () =>
  onPorts({}, async ({ at }) => {
    for (const octets of [
      'GET /healthz HTTP/1.1\r\n\r\n',
      'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
      'CONNECT a.example:443 HTTP/1.1\r\nHost: a\r\n\r\n',
    ]) {
      const client = await rawClient(at.internal)
      client.socket.end(octets)
      assert.match(await client.ended(), /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/, octets)
    }
    const old = await rawClient(at.internal)
    old.socket.end('GET /healthz HTTP/1.0\r\n\r\n')
    assert.match(await old.ended(), served)
  }))

test('closing ends idle connections at once, lets the running request finish, and says that this was the last', () => {
  const { internal, entered, release } = holding()
  return onPorts({ internal, closeTimeoutMs: 60_000 }, async ({ at }) => {
    const running = await rawClient(at.internal)
    running.send(health)
    await entered.opened
    const [silent, idle] = [await rawClient(at.internal), await rawClient(at.external)]
    idle.send(health)
    await idle.said(served)
    const closed = at.close()
    assert.equal(await silent.ended(), '')
    assert.match(await idle.ended(), served)
    release.open()
    assert.match(await running.ended(), /\r\nconnection: close\r\n[\s\S]*serving/i)
    await closed
  })
})

test('closing does not wait for a request that does not end', () => {
  const { internal, entered, release } = holding()
  return onPorts({ internal, closeTimeoutMs: 20 }, async ({ at }) => {
    const running = await rawClient(at.internal)
    running.send(health)
    await entered.opened
    await at.close()
    assert.equal(await running.ended(), '')
    release.open()
  })
})
