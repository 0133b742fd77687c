// The gateway at its seam, as every caller of either edition meets it before an operation begins.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../spec/2023-03-17/operations.ts'
import { editionIds } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import { openApiDocument } from '../spec/openapi/document.ts'
import { appId, basicConfiguration, codeOf, handleText, otherAppId, register, startTrial } from './trial.test.kit.ts'

const missing = 'a3c1f8de-55aa-4e0f-9b1d-0e9f51aa77cc'
const definition = (edition: (typeof editionIds)[number], change: object = {}) => ({
  configuration: basicConfiguration(edition),
  applicationServers: ['app-server-1'],
  federatesWith: [],
  ...change,
})

for (const edition of editionIds) {
  const clients = `/apps/${appId}/clients`

  test(`${edition}: answers health without a credential, and nothing else`, async () => {
    const { send } = await startTrial(edition)
    for (const on of ['internal', 'external'] as const) {
      assert.equal((await send('GET', '/healthz', { as: 'none', on })).status, 200)
      for (const { method, path } of Object.values(operations))
        for (const as of ['none', 'wrong']) {
          const answer = await send(method, path.replaceAll(/\{\w+\}/g, missing), { as, on })
          assert.equal(answer.status, 401, `${method} ${path}`)
          assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer /)
          assert.equal(answer.headers.get('content-type'), 'application/problem+json')
        }
    }
  })

  test(`${edition}: describes itself to everybody, on both interfaces`, async () => {
    const { send } = await startTrial(edition)
    const document = JSON.parse(JSON.stringify(openApiDocument(edition, editions[edition].operations)))
    for (const on of ['internal', 'external'] as const)
      assert.deepEqual((await send('GET', '/openapi.json', { as: 'none', on })).json, document)
    assert.equal((await send('GET', '/openapi.json/', { as: 'none' })).status, 401)
    assert.equal((await send('PUT', '/openapi.json')).headers.get('allow'), 'GET, HEAD')
  })

  test(`${edition}: a credential of the wrong kind is forbidden`, async () => {
    const { send } = await startTrial(edition)
    assert.equal((await send('GET', '/apps', { as: 'peer' })).status, 403)
    assert.equal((await send('GET', '/apps', { as: 'server1', on: 'external' })).status, 403)
    assert.equal((await send('GET', '/apps', { as: 'operator', on: 'external' })).status, 403)
    assert.equal((await send('PUT', `/apps/${missing}`, { json: definition(edition) })).status, 403)
    assert.equal((await send('POST', clients, { as: 'operator', json: {} })).status, 403)
  })

  test(`${edition}: a foreign application, an unknown one and an unknown path answer alike`, async () => {
    const { send } = await startTrial(edition)
    for (const { method, path, caller } of Object.values(operations).filter(({ path }) => path.includes('{appId}'))) {
      if (caller === 'operator') continue
      const answers = await Promise.all(
        [otherAppId, missing, 'no-uuid', `${otherAppId.toUpperCase()}`].map((id) =>
          send(method, path.replace('{appId}', id).replaceAll(/\{\w+\}/g, 'AAAA')),
        ),
      )
      const [first] = answers
      for (const answer of answers) assert.deepEqual(answer, first)
      assert.equal(first?.status, 404)
      assert.deepEqual(await send('GET', '/nowhere'), first)
    }
  })

  test(`${edition}: the external interface shows no application and takes no writes`, async () => {
    const { send } = await startTrial(edition)
    const peer = { as: 'peer', on: 'external' } as const
    assert.deepEqual((await send('GET', '/apps', peer)).json, [])
    for (const { path } of Object.values(operations)) {
      if (path === '/apps') continue
      const target = path.replace('{appId}', appId).replaceAll(/\{\w+\}/g, 'AAAA')
      assert.equal((await send('GET', target, peer)).status, 404, target)
    }
    const refused = await send('POST', clients, peer)
    assert.equal(refused.status, 405)
    assert.equal(refused.headers.get('allow'), 'GET, HEAD')
    assert.equal((await send('PATCH', `${clients}/${missing}`, peer)).status, 404)
    assert.equal((await send('DELETE', `/apps/${appId}/groups/AAAA/proposals`, peer)).status, 405)
    assert.equal((await send('PUT', `/apps/${appId}/groups/AAAA/proposals`, { ...peer, json: {} })).status, 404)
    assert.equal((await send('PUT', `/apps/${appId}/groups`, { ...peer, json: {} })).status, 404)
    assert.equal((await send('DELETE', `/apps/${appId}/groups`, peer)).status, 404)
  })

  test(`${edition}: another method is refused with Allow, and no header overrides it`, async () => {
    const { send } = await startTrial(edition)
    const refused = await send('PUT', clients)
    assert.equal(refused.status, 405)
    assert.deepEqual(new Set(refused.headers.get('allow')?.split(', ')), new Set(['POST', 'GET', 'HEAD']))
    const id = await register({ send } as never, handleText(edition, 'alice'))
    await send('POST', `${clients}/${id}`, { headers: [['X-HTTP-Method-Override', 'DELETE']] })
    assert.equal((await send('GET', `${clients}/${id}?_method=DELETE`)).status, 200)
    assert.equal((await send('HEAD', `${clients}/${id}`)).status, 200)
    assert.equal((await send('HEAD', `${clients}/${id}`)).bytes.length, 0)
    assert.equal((await send('DELETE', '/healthz')).status, 405)
  })

  test(`${edition}: a body must be JSON in UTF-8, said and meant, and not too long`, async () => {
    const { send } = await startTrial(edition, { limits: { bodyBytes: 400 } })
    const clientHandle = handleText(edition, 'alice')
    const body = JSON.stringify({ clientHandle })
    for (const type of ['text/plain', 'application/json; charset=latin1', 'application/jsonp', ''])
      assert.equal((await send('POST', clients, { body, headers: [['content-type', type]] })).status, 415, type)
    assert.equal((await send('POST', clients, { body })).status, 415)
    const gzip = [
      ['content-type', 'application/json'],
      ['content-encoding', 'gzip'],
    ] as const
    assert.equal((await send('POST', clients, { body, headers: gzip })).status, 415)
    const twice = body.replace('}', `,"tags":[],"tags":["x"]}`)
    assert.equal(
      (await send('POST', clients, { body: twice, headers: [['content-type', 'application/json']] })).status,
      400,
    )
    assert.equal((await send('POST', clients, { json: { clientHandle, filler: 'x'.repeat(400) } })).status, 413)
    const headers = [['Content-Type', 'Application/JSON; Charset="UTF-8"']] as const
    assert.equal((await send('POST', clients, { body, headers })).status, 201)
  })

  test(`${edition}: a problem document tells status, title, type and detail`, async () => {
    const { send, log } = await startTrial(edition)
    const { status, json, headers } = await send('POST', clients, { json: { clientHandle: 7 } })
    assert.equal(status, 400)
    assert.equal(headers.get('content-type'), 'application/problem+json')
    assert.equal(json['type'], 'urn:mimi:problem:malformed-request')
    assert.equal(json['status'], 400)
    assert.equal(typeof json['title'], 'string')
    assert.match(String(json['detail']), /^body\.clientHandle: /)
    assert.deepEqual(log, [])
  })

  test(`${edition}: a defect answers 500, tells the caller nothing of its cause, and stands in the log`, async () => {
    const { send, log } = await startTrial(edition, {
      alter: (parts) => ({
        ...parts,
        clients: {
          ...parts.clients,
          withTag() {
            throw new Error('secret cause')
          },
        },
      }),
    })
    const { status, bytes } = await send('GET', `${clients}?tag=x`)
    assert.equal(status, 500)
    assert.doesNotMatch(new TextDecoder().decode(bytes), /secret|at /)
    assert.match(JSON.stringify(log[0]), /secret cause/)
  })

  test(`${edition}: an application is defined once, and only as the operator says`, async () => {
    const { send } = await startTrial(edition)
    const put = (json: unknown, id = appId) => send('PUT', `/apps/${id}`, { as: 'operator', json })
    assert.equal((await put(definition(edition))).status, 200)
    assert.equal((await put(definition(edition), appId.toUpperCase())).status, 200)
    assert.equal((await put(definition(edition), missing)).status, 400)
    const other = JSON.parse(JSON.stringify(basicConfiguration(edition))) as {
      identity_configuration: { parameters: object }
    }
    other.identity_configuration.parameters = { greeting: 'hello' }
    assert.equal(codeOf(await put(definition(edition, { configuration: other }))), 'application-conflict')
    assert.equal(codeOf(await put(definition(edition, { applicationServers: ['stranger'] }))), 'invalid-configuration')
    const federating = await put(definition(edition, { federatesWith: ['b.example', 'nowhere.example'] }))
    if (edition === '2023-03-17') assert.equal(codeOf(federating), 'invalid-configuration')
    else assert.equal(federating.status, 200)
    const v1 = '6f1f5a0e-3f0c-1f5a-9a55-0c1f5a0e3f0c'
    assert.equal((await put(definition(edition, { configuration: basicConfiguration(edition, v1) }), v1)).status, 400)
    assert.equal((await put(definition(edition, { applicationServers: ['app-server-2'] }))).status, 200)
    assert.equal((await send('GET', `${clients}?tag=x`)).status, 404)
    assert.equal((await send('GET', `${clients}?tag=x`, { as: 'server2' })).status, 200)
  })

  test(`${edition}: an application server is shown its own applications`, async () => {
    const { send } = await startTrial(edition)
    assert.deepEqual((await send('GET', '/apps')).json, [basicConfiguration(edition, appId)])
    assert.deepEqual((await send('GET', '/apps', { as: 'server2' })).json, [basicConfiguration(edition, otherAppId)])
  })
}

test('2023-03-17: Basic has neither accounts nor domains, and X.509 is not offered', async () => {
  const { send } = await startTrial('2023-03-17')
  for (const change of [{ supports_domains: true }, { supports_accounts: true }, { identity_provider_type: 2 }]) {
    const configuration = {
      id: missing,
      identity_configuration: {
        identity_provider_type: 1,
        supports_accounts: false,
        supports_domains: false,
        parameters: {},
        ...change,
      },
    }
    const json = { configuration, applicationServers: [], federatesWith: [] }
    const answer = await send('PUT', `/apps/${missing}`, { as: 'operator', json })
    assert.equal(answer.status, 422)
    assert.equal(codeOf(answer), 'invalid-configuration')
  }
})
