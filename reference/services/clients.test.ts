// Registration, editing and discovery through the gateway, in both editions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionIds } from '../../spec/edition.ts'
import { appId, codeOf, handleText, otherAppId, register, startTrial } from '../trial.test.kit.ts'

const path = `/apps/${appId}/clients`
const v4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

for (const edition of editionIds) {
  const handle = (text: string) => handleText(edition, text)
  const member = edition === '2023-03-08' ? 'clientIdentity' : 'clientHandle'

  test(`${edition}: a registered client is found by each of its tags, with all of them`, async () => {
    const trial = await startTrial(edition)
    const json = { clientHandle: handle('alice'), tags: ['a', 'b', 'a'] }
    const answer = await trial.send('POST', path, { json })
    assert.equal(answer.status, 201)
    const clientId = String(answer.json['clientId'])
    assert.match(clientId, v4)
    assert.equal(answer.headers.get('location'), `${path}/${clientId}`)
    await register(trial, handle('bob'), ['b'])
    const entry = { clientId, [member]: handle('alice'), tags: ['a', 'b'] }
    assert.deepEqual((await trial.send('GET', `${path}?tag=a`)).json, { identities: [entry] })
    assert.equal(((await trial.send('GET', `${path}?tag=b`)).json['identities'] as unknown[]).length, 2)
    assert.deepEqual((await trial.send('GET', `${path}/${clientId.toUpperCase()}`)).json, entry)
    for (const tag of ['A', 'a%25', '*', ''])
      assert.deepEqual((await trial.send('GET', `${path}?tag=${tag}`)).json, { identities: [] })
    assert.equal((await trial.send('GET', path)).status, 400)
    assert.equal((await trial.send('GET', `${path}?tag=a&tag=b`)).status, 400)
    assert.equal((await trial.send('GET', `${path}?tag=a&unknown=1`)).status, 200)
  })

  test(`${edition}: a handle is taken within its application, byte for byte`, async () => {
    const trial = await startTrial(edition)
    await register(trial, handle('alice'))
    const answer = await trial.send('POST', path, { json: { clientHandle: handle('alice') } })
    assert.equal(answer.status, 409)
    assert.equal(codeOf(answer), 'handle-conflict')
    for (const other of ['Alice', ' alice', 'caf\u00e9', 'cafe\u0301', '...']) await register(trial, handle(other))
    const elsewhere = `/apps/${otherAppId}/clients`
    const json = { clientHandle: handle('alice') }
    assert.equal((await trial.send('POST', elsewhere, { as: 'server2', json })).status, 201)
  })

  test(`${edition}: handles and tags outside their limits are refused, those at the limit are not`, async () => {
    const trial = await startTrial(edition)
    for (const refused of ['', '.', '..', 'x'.repeat(1025)])
      assert.equal((await trial.send('POST', path, { json: { clientHandle: handle(refused) } })).status, 400)
    await register(trial, handle('x'.repeat(1024)))
    const tagged = (tags: unknown) => trial.send('POST', path, { json: { clientHandle: handle('tagged'), tags } })
    for (const tags of [[''], ['x'.repeat(257)], Array.from({ length: 257 }, (_, n) => `t${n}`), [1], null, 'a'])
      assert.equal((await tagged(tags)).status, 400)
    const most = ['é'.repeat(128), ...Array.from({ length: 255 }, (_, n) => `t${n}`)]
    assert.equal((await tagged(most)).status, 201)
  })

  test(`${edition}: an edit changes what it names, all of it or nothing`, async () => {
    const trial = await startTrial(edition)
    const alice = await register(trial, handle('alice'), ['a', 'b'])
    const bob = await register(trial, handle('bob'))
    const edit = (json: unknown, id = alice) => trial.send('PATCH', `${path}/${id}`, { json })
    const read = async () => (await trial.send('GET', `${path}/${alice}`)).json
    const before = await read()
    for (const [json, status] of [
      [{ clientHandle: handle('bob'), tagsToAdd: ['new'] }, 409],
      [{ tagsToAdd: ['c'], tagsToRemove: ['c'] }, 400],
      [{ clientHandle: null }, 400],
      [{ tagsToAdd: 'c' }, 400],
      [{ clientHandle: handle('..') }, 400],
    ] as const) {
      assert.equal((await edit(json)).status, status)
      assert.deepEqual(await read(), before)
    }
    const answer = await edit({ clientHandle: handle('alice'), tagsToAdd: ['c', 'a'], tagsToRemove: ['b', 'z'] })
    assert.equal(answer.status, 200)
    assert.deepEqual(answer.json, { clientId: alice, [member]: handle('alice'), tags: ['a', 'c'] })
    assert.equal((await edit({ clientHandle: handle('alice2') })).status, 200)
    assert.equal((await edit({ clientHandle: handle('alice') }, bob)).status, 200)
    assert.equal((await edit({}, alice.replace(/^./, 'x'))).status, 404)
  })

  test(`${edition}: of many registrations of one handle one wins`, async () => {
    const { send } = await startTrial(edition)
    const json = { clientHandle: handle('alice') }
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await send('POST', path, { json })).status),
    )
    assert.deepEqual(statuses.toSorted(), [201, ...Array<number>(7).fill(409)])
  })

  test(`${edition}: a deleted client is gone and its handle is free`, async () => {
    const trial = await startTrial(edition)
    const alice = await register(trial, handle('alice'), ['a'])
    assert.equal((await trial.send('DELETE', `${path}/${alice}`)).status, 204)
    assert.equal((await trial.send('DELETE', `${path}/${alice}`)).status, 404)
    assert.deepEqual((await trial.send('GET', `${path}?tag=a`)).json, { identities: [] })
    assert.notEqual(await register(trial, handle('alice')), alice)
  })

  test(`${edition}: another domain is unknown, the own one is not, whatever its case`, async () => {
    const trial = await startTrial(edition)
    for (const domain of ['b.example', 'a.example.', 'a.example:80', '', 'localhost']) {
      assert.equal(codeOf(await trial.send('GET', `${path}?tag=a&domain=${domain}`)), 'unknown-domain')
      const json = { clientHandle: handle('alice'), domain }
      assert.equal(codeOf(await trial.send('POST', path, { json })), 'unknown-domain')
    }
    assert.equal((await trial.send('GET', `${path}?tag=a&domain=A.Example`)).status, 200)
  })
}

test('2023-03-08: a handle is canonical Base64 of any octets', async () => {
  const trial = await startTrial('2023-03-08')
  for (const clientHandle of ['_-8=', '/+8', '/+9=', '/+8= ', '\n'])
    assert.equal(codeOf(await trial.send('POST', path, { json: { clientHandle } })), 'malformed-base64')
  await register(trial, '/+8=', ['raw'])
  const { json } = await trial.send('GET', `${path}?tag=raw`)
  assert.equal((json['identities'] as { clientIdentity: string }[])[0]?.clientIdentity, '/+8=')
})
