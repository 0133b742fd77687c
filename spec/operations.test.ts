// Pins the codecs of both editions to literal wire text: what the simulator sends and the reference reads is shared,
// so a mistake here would be shared too.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { editions } from './editions.ts'
import { operationNames } from './operation.ts'

const old = editions['2023-03-08'].operations
const current = editions['2023-03-17'].operations
const octets = (text: string) => new TextEncoder().encode(text)
const appId = '4be0643f-1d98-473b-97cd-ca98a65347dd'

test('a handle is Base64 in 2023-03-08 and the handle itself in 2023-03-17', () => {
  const input = { appId, clientHandle: octets('alice/phone'), tags: ['moderator'] }
  assert.deepEqual(z.encode(old.registerClient.body ?? z.never(), input), {
    clientHandle: 'YWxpY2UvcGhvbmU=',
    tags: ['moderator'],
  })
  assert.deepEqual(z.encode(current.registerClient.body ?? z.never(), input), {
    clientHandle: 'alice/phone',
    tags: ['moderator'],
  })
})

test('discovery answers with clientIdentity in 2023-03-08 and clientHandle in 2023-03-17', () => {
  const value = { identities: [{ clientId: 'c1', clientHandle: octets('ü'), tags: [] }] }
  const decoded = (edition: typeof old, wire: unknown) =>
    z.decode(edition.findClients.output ?? z.never(), wire as never)
  assert.deepEqual(decoded(old, { identities: [{ clientId: 'c1', clientIdentity: 'w7w=', tags: [] }] }), value)
  assert.deepEqual(decoded(current, { identities: [{ clientId: 'c1', clientHandle: 'ü', tags: [], more: 1 }] }), value)
  assert.throws(() => decoded(old, { identities: [{ clientId: 'c1', clientHandle: 'ü', tags: [] }] }))
})

test('a handle in a path is its octets, percent-encoded, a slash as %2F; a group id is unpadded base64url', () => {
  for (const edition of [old, current]) {
    const path = { appId, clientHandle: octets('al/ü %2F~') }
    assert.deepEqual(z.encode(edition.welcomeMessages.parameters, path), {
      appId,
      clientHandle: 'al%2F%C3%BC%20%252F~',
    })
    assert.deepEqual(z.encode(edition.groupInfo.parameters, { appId, groupId: Uint8Array.of(251, 255) }), {
      appId,
      groupId: '-_8',
    })
    assert.equal(z.safeDecode(edition.groupInfo.parameters, { appId, groupId: '%2D%5F8' }).success, true)
    assert.deepEqual(z.decode(edition.groupInfo.parameters, { appId, groupId: '-_8' }), {
      appId,
      groupId: Uint8Array.of(251, 255),
    })
    for (const wrong of ['-_8=', '+/8', '-_9']) {
      assert.equal(z.safeDecode(edition.groupInfo.parameters, { appId, groupId: wrong }).success, false, wrong)
    }
  }
})

test('octets that are not UTF-8 are a handle in 2023-03-08 and none in 2023-03-17', () => {
  const raw = { appId, clientHandle: '%FF' }
  assert.deepEqual(z.decode(old.welcomeMessages.parameters, raw), { appId, clientHandle: Uint8Array.of(255) })
  assert.equal(z.safeDecode(current.welcomeMessages.parameters, raw).success, false)
})

test('Base64 is padded, canonical and of the standard alphabet, and a refusal says that it is about Base64', () => {
  const body = current.uploadProposal.body ?? z.never()
  assert.deepEqual(z.decode(body, { packet: '+/8=' } as never), { packet: Uint8Array.of(251, 255) })
  for (const packet of ['+/8', '-_8=', '+/9=', '+/8=\n', ' +/8=', 'A']) {
    const [issue] = z.safeDecode(body, { packet } as never).error?.issues ?? []
    assert.ok(issue?.code === 'custom', packet)
    assert.equal(issue.params?.['problem'], 'malformed-base64', packet)
  }
})

test('epochs are decimal uint64, code points decimal uint16', () => {
  const query = current.controlMessages.query ?? z.never()
  assert.deepEqual(z.encode(query, { startEpochId: 0n, endEpochId: 2n ** 64n - 1n }), {
    startEpochId: '0',
    endEpochId: '18446744073709551615',
  })
  for (const wrong of ['18446744073709551616', '-1', '1e3', '0x1', '+1', '01', '1.0', '']) {
    assert.equal(z.safeDecode(query, { startEpochId: wrong } as never).success, false, wrong)
  }
  const fetch = current.retrieveKeyPackage.query ?? z.never()
  const asked = { protocolVersion: '1', receiver_client_id: 'bob' }
  assert.equal(z.safeDecode(fetch, { ...asked, cipherSuite: '65535' } as never).success, true)
  for (const wrong of ['65536', '-1', '1e1', '0x1']) {
    assert.equal(z.safeDecode(fetch, { ...asked, cipherSuite: wrong } as never).success, false, wrong)
  }
})

test('a configuration has flags in 2023-03-17 and none in 2023-03-08', () => {
  const identity = { type: 1, supportsAccounts: false, supportsDomains: false, parameters: {} }
  const value = { appId, configuration: { id: appId, identity }, applicationServers: ['s'], federatesWith: [] }
  const wire = (edition: typeof old) => z.encode(edition.defineApplication.body ?? z.never(), value)
  assert.deepEqual(wire(old), {
    configuration: { id: appId, identity_configuration: { type: 1, parameters: {} } },
    applicationServers: ['s'],
    federatesWith: [],
  })
  assert.deepEqual(wire(current), {
    configuration: {
      id: appId,
      identity_configuration: {
        identity_provider_type: 1,
        supports_accounts: false,
        supports_domains: false,
        parameters: {},
      },
    },
    applicationServers: ['s'],
    federatesWith: [],
  })
})

test('a package without isFinalKey is not a final key', () => {
  assert.deepEqual(z.decode(current.retrieveKeyPackage.output ?? z.never(), { keyPackage: 'AA==' } as never), {
    keyPackage: Uint8Array.of(0),
    isFinalKey: false,
  })
})

test('every operation is there in both editions, under its own name', () => {
  for (const { operations } of Object.values(editions)) {
    assert.deepEqual(Object.keys(operations).sort(), [...operationNames].sort())
    for (const name of operationNames) assert.equal(operations[name].name, name)
  }
})
