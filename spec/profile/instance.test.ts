// An instance file names each caller by a token of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instanceFile } from './instance.ts'

const address = { host: '127.0.0.1', port: 0 }
const peer = (domain: string, port: number, receiveToken: string) => ({
  ...{ domain, external: `http://127.0.0.1:${port}` },
  ...{ sendToken: 'sent', receiveToken },
})
const good = {
  edition: '2023-03-17',
  domains: ['a.example'],
  internal: address,
  external: address,
  operatorToken: 'o',
  applicationServers: [
    { name: 'one', token: '1' },
    { name: 'two', token: '2' },
  ],
  peers: [peer('b.example', 1, 'b'), peer('c.example', 2, 'c')],
}

test('one token for two callers is refused where the second one stands', () => {
  assert.ok(instanceFile.strict().safeParse(good).success)
  const cases: readonly (readonly [object, string])[] = [
    [{ operatorToken: '2' }, 'applicationServers.1.token'],
    [{ applicationServers: ['one', 'two'].map((name) => ({ name, token: '1' })) }, 'applicationServers.1.token'],
    [{ peers: [peer('b.example', 1, '1')] }, 'peers.0.receiveToken'],
    [{ peers: [peer('b.example', 1, 'b'), peer('c.example', 2, 'b')] }, 'peers.1.receiveToken'],
  ]
  for (const [change, where] of cases) {
    const { error } = instanceFile.strict().safeParse({ ...good, ...change })
    assert.deepEqual(
      error?.issues.map(({ path, message }) => [path.join('.'), message.includes('a token of its own')]),
      [[where, true]],
    )
  }
})

test('a gateway with several domains has one token for them, and a gateway may show one token to all its peers', () => {
  const several = { ...good, peers: [peer('b.example', 1, 'b'), peer('z.example', 1, 'b'), peer('c.example', 2, 'c')] }
  assert.ok(instanceFile.strict().safeParse(several).success)
})
