import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editions } from '../spec/editions.ts'
import { requestOf } from './caller.ts'
import { operationOf, readRequest } from './read-request.ts'

const appId = 'aaaaaaaa-0000-4000-8000-000000000001'
const bytes = (text: string) => new TextEncoder().encode(text)

test('what a caller writes is read with the same values, in every edition', () => {
  for (const edition of Object.values(editions)) {
    const upload = { appId, groupId: bytes('g/1'), commitPacket: bytes('commit'), welcomePacket: bytes('welcome') }
    assert.deepEqual(readRequest(edition, requestOf(edition, 'uploadCommit', upload, [])), {
      operation: 'uploadCommit',
      input: upload,
    })
    const find = { appId, tag: 'a&b=%', domain: 'b.example' }
    assert.deepEqual(readRequest(edition, requestOf(edition, 'findClients', find, []))?.input, find)
    const welcome = { appId, clientHandle: bytes('carol/1') }
    assert.deepEqual(readRequest(edition, requestOf(edition, 'welcomeMessages', welcome, []))?.input, welcome)
  }
})

test('a request that is no operation, or has not the shape of one, is told apart', () => {
  const edition = editions['2023-03-17']
  const raw = (method: string, target: string) => ({ method, target, headers: [], body: bytes('{') })
  assert.equal(operationOf(edition, raw('GET', '/healthz')), undefined)
  assert.equal(operationOf(edition, raw('GET', '/apps?x=1')), 'listApplications')
  const read = readRequest(edition, raw('PUT', `/apps/${appId}/groups`))
  assert.equal(read?.operation, 'createGroup')
  assert.equal(read?.input, undefined)
  assert.ok(read?.malformed)
})
