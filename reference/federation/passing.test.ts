// Reads about another domain: who is asked, what comes back, and that nobody else is ever dialled.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Federation, startFederation } from '../federation.test.kit.ts'
import type { GatewayResponse } from '../gateway.ts'
import { base64, createQueue, fill, packageOf } from '../members.test.kit.ts'
import { appId, codeOf, handleText, type Received, register } from '../trial.test.kit.ts'

const [a, b, c, s] = ['a.example', 'b.example', 'c.example', 'scripted.example'] as const
const clients = `/apps/${appId}/clients`
const worlds = [
  ['2023-03-08', 'basic'],
  ['2023-03-17', 'x509'],
] as const

function find(world: Federation, domain: string): Promise<Received> {
  return world.at(a).send('GET', `${clients}?tag=t&domain=${encodeURIComponent(domain)}`)
}

const fetching = (clientId: string, domain: string, receiver = 'r') =>
  `${clients}/${clientId}/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=${receiver}&domain=${domain}`

function answer(status: number, body: string | object, type = 'application/json'): GatewayResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status, headers: [['Content-Type', type]], body: new TextEncoder().encode(text) }
}

/** Shows no list of applications, and answers everything else with what is given. */
function script(world: Federation, what: GatewayResponse | (() => never)): void {
  world.play(s, ({ target }) => {
    if (target === '/apps') return answer(404, {}, 'application/problem+json')
    return typeof what === 'function' ? what() : what
  })
}

for (const [edition, mode] of worlds) {
  const start = (options = {}) => startFederation(edition, [a, b, c], { mode, scripted: [s], ...options })

  test(`${edition}: a search goes to the gateway of its domain as it came, and comes back as it was answered`, async () => {
    const world = await start()
    const body = `{ "identities" : [ {"clientId":"x","${edition === '2023-03-08' ? 'clientIdentity' : 'clientHandle'}":"YWI=","tags":[],"more":1} ], "further": true }`
    script(world, answer(200, body))
    const target = `${clients}?unknown=1&tag=a%2Fb+c&domain=SCRIPTED.example`
    const received = await world.at(a).send('GET', `http://elsewhere.example${target}`)
    assert.equal(received.status, 200)
    assert.equal(new TextDecoder().decode(received.bytes), body)
    assert.deepEqual(world.sent(a, s), [`GET ${target}`])
    assert.deepEqual(world.passages.at(-1)?.request.headers, [['authorization', `Bearer ${a}->${s}`]])
    assert.equal(world.passages.at(-1)?.request.body.length, 0)
  })

  test(`${edition}: the own domain, in any case, is answered here; every domain that leads nowhere is unknown alike`, async () => {
    const world = await start({ federatesWith: { [a]: [b, 'nowhere.example'] } })
    await register(world.at(a), handleText(edition, 'alice'), ['t'])
    for (const own of [a, 'A.Example']) {
      const { json } = await find(world, own)
      assert.equal((json['identities'] as unknown[]).length, 1)
    }
    assert.deepEqual(world.passages, [])
    const strangers = [
      c,
      'nowhere.example',
      'b.example.',
      'b.example:80',
      'b.example/x',
      '127.0.0.1',
      '169.254.169.254',
    ]
    const tricks = [
      '',
      '.',
      'localhost',
      'http://b.example',
      'user@b.example',
      'b\u212a.example',
      ' b.example',
      'b.example\0',
    ]
    const [first, ...others] = await Promise.all([...strangers, ...tricks].map((domain) => find(world, domain)))
    assert.equal(first && codeOf(first), 'unknown-domain')
    for (const other of others) assert.deepEqual(other, first)
    const own = (await world.at(a).send('GET', `${clients}?tag=t&domain=${a}`)).json['identities'] as {
      clientId: string
    }[]
    for (const domain of [...strangers, ...tricks]) {
      const target = fetching(own[0]?.clientId ?? '', encodeURIComponent(domain))
      assert.equal(codeOf(await world.at(a).send('GET', target)), 'unknown-domain', domain)
    }
    assert.deepEqual(world.passages, [])
  })

  test(`${edition}: a gateway answers gateways for its own domain and asks nobody for them`, async () => {
    const world = await start()
    const carol = await register(world.at(b), handleText(edition, 'carol'), ['t'])
    const queue = await createQueue(world.at(b), carol)
    await fill(world.at(b), queue, [await packageOf(world.at(b), 'carol')])
    const ask = (target: string) => world.call(a, b, { method: 'GET', target })
    assert.equal(((await ask(`${clients}?tag=t`)).json['identities'] as unknown[]).length, 1)
    assert.equal(((await ask(`${clients}?tag=t&domain=B.example`)).json['identities'] as unknown[]).length, 1)
    for (const domain of [a, c, s, 'nowhere.example']) {
      assert.equal(codeOf(await ask(`${clients}?tag=t&domain=${domain}`)), 'unknown-domain')
      assert.equal(codeOf(await ask(fetching(carol, domain))), 'unknown-domain')
    }
    assert.deepEqual(
      world.passages.filter(({ request }) => request.target !== '/apps'),
      [],
    )
  })

  test(`${edition}: a caller of a federating application names a domain where the edition asks for it`, async () => {
    const world = await start()
    const alice = await register(world.at(a), handleText(edition, 'alice'), ['t'])
    const queue = await createQueue(world.at(a), alice)
    await fill(world.at(a), queue, [await packageOf(world.at(a), 'alice')])
    const search = await world.at(a).send('GET', `${clients}?tag=t`)
    const fetched = await world.at(a).send('GET', fetching(alice, '').replace('&domain=', ''))
    if (edition === '2023-03-08') assert.deepEqual([search.status, fetched.status], [200, 200])
    else assert.deepEqual([codeOf(search), codeOf(fetched)], ['missing-domain', 'missing-domain'])
  })

  test(`${edition}: a reservation is for application, calling domain and receiver; HEAD reserves nothing there either`, async () => {
    const world = await start()
    const carol = await register(world.at(b), handleText(edition, 'carol'))
    const queue = await createQueue(world.at(b), carol)
    const packages = await Promise.all([1, 2, 3, 4].map(() => packageOf(world.at(b), 'carol')))
    await fill(world.at(b), queue, packages)
    const fetchAt = async (domain: string, method = 'GET') => world.at(domain).send(method, fetching(carol, b))
    const head = await fetchAt(a, 'HEAD')
    assert.deepEqual([head.status, head.bytes.length], [200, 0])
    const [atA, atB, atC] = [await fetchAt(a), await fetchAt(b), await fetchAt(c)]
    assert.equal(new Set([atA, atB, atC].map(({ json }) => json['keyPackage'])).size, 3)
    assert.equal(atA.json['keyPackage'], base64(packages[0]?.message ?? new Uint8Array()))
    assert.equal(atA.headers.get('cache-control'), 'no-store')
    for (const [domain, first] of [
      [a, atA],
      [b, atB],
      [c, atC],
    ] as const)
      assert.deepEqual((await fetchAt(domain)).json, first.json)
  })

  test(`${edition}: a key package from a peer is judged before it is passed on`, async () => {
    const world = await start()
    const ofPeer = (name: string, options = {}) =>
      packageOf(
        mode === 'basic' ? world.at(a) : { ...world.at(a), credential: (of) => world.identities.credential(s, of) },
        name,
        options,
      )
    const good = await ofPeer('carol')
    const request = () => world.at(a).send('GET', fetching('11111111-1111-4111-8111-111111111111', s))
    const give = (keyPackage: Uint8Array, more = {}) =>
      script(world, answer(200, { keyPackage: base64(keyPackage), ...more }))
    give(good.message, { isFinalKey: true })
    assert.deepEqual((await request()).json, { keyPackage: base64(good.message), isFinalKey: true })
    const tampered = good.message.slice()
    tampered[tampered.length - 1] = (tampered[tampered.length - 1] ?? 0) ^ 1
    const bad = [
      tampered,
      (await ofPeer('carol', { expiresIn: -1n })).message,
      Uint8Array.from([...good.message, 0]),
      new Uint8Array(),
    ]
    if (mode === 'x509')
      bad.push((await packageOf(world.at(b), 'carol')).message, (await packageOf(world.at(a), 'carol')).message)
    for (const keyPackage of bad) {
      give(keyPackage)
      const refused = await request()
      assert.equal(refused.status, 502)
      assert.equal(codeOf(refused), 'peer-failed')
    }
  })

  test(`${edition}: what a peer does wrong is told as its failure, in the gateway's own words`, async () => {
    const world = await start()
    const problem = (code: string) => ({ type: `urn:mimi:problem:${code}`, title: 'secret', detail: 'secret' })
    const json = 'application/problem+json'
    const cases: [GatewayResponse, number, string][] = [
      [answer(404, problem('not-found'), json), 404, 'not-found'],
      [answer(404, problem('no-matching-queue'), json), 404, 'no-matching-queue'],
      [answer(404, problem('unknown-domain'), json), 404, 'not-found'],
      [answer(404, '<html>secret', 'text/html'), 404, 'not-found'],
      [answer(400, problem('malformed-request'), json), 502, 'peer-failed'],
      [answer(401, problem('unauthenticated'), json), 502, 'peer-failed'],
      [answer(403, problem('forbidden'), json), 502, 'peer-failed'],
      [answer(500, 'secret', 'text/plain'), 502, 'peer-failed'],
      [answer(503, problem('not-found'), json), 502, 'peer-failed'],
      [answer(204, ''), 502, 'peer-failed'],
      [answer(200, '{"identities":[{"clientId":"'), 502, 'peer-failed'],
      [answer(200, { identities: 'secret' }), 502, 'peer-failed'],
      [answer(200, '{"identities":[],"identities":[]}'), 502, 'peer-failed'],
      [answer(200, { identities: [] }, 'text/html'), 502, 'peer-failed'],
      [answer(200, '['.repeat(100_000)), 502, 'peer-failed'],
      [{ ...answer(302, ''), headers: [['location', `http://${b}${clients}?tag=t`]] }, 502, 'peer-failed'],
      [{ ...answer(307, ''), headers: [['location', '/healthz']] }, 502, 'peer-failed'],
    ]
    for (const [given, status, code] of cases) {
      script(world, given)
      const received = await find(world, s)
      assert.deepEqual([received.status, codeOf(received)], [status, code], `${given.status} ${given.body}`)
      assert.doesNotMatch(new TextDecoder().decode(received.bytes), /secret/)
      assert.equal(received.headers.get('content-type'), 'application/problem+json')
    }
    assert.equal(world.sent(a, s).length, cases.length)
    assert.deepEqual(world.sent(a, b), [])
    script(world, () => {
      throw new Error('no answer')
    })
    assert.equal(codeOf(await find(world, s)), 'peer-failed')
    world.link(a, s, 'silent')
    const waiting = find(world, s)
    await world.time.pass(60_000)
    const late = await waiting
    assert.deepEqual([late.status, codeOf(late)], [504, 'peer-timeout'])
    assert.deepEqual(
      world.at(a).log.map(({ event }) => event),
      ['peer-trusted'],
    )
  })
}
