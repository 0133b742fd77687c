// Uploading and fetching real key packages through the gateway, with time passing on the injected clock.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionIds } from '../spec/edition.ts'
import { base64, createQueue, fetchPackage, fill, packageOf } from './members.test.kit.ts'
import { appId, codeOf, handleText, otherAppId, type Received, register, startTrial } from './trial.test.kit.ts'

const keyOf = ({ json }: Received) => json['keyPackage']

for (const edition of editionIds) {
  const start = async () => {
    const trial = await startTrial(edition)
    const bob = await register(trial, handleText(edition, 'bob'))
    const queue = await createQueue(trial, bob)
    return { trial, bob, queue }
  }

  test(`${edition}: a queue is advanced beyond an expired package, though it was reserved`, async () => {
    const { trial, bob, queue } = await start()
    const soon = await packageOf(trial, 'bob', { expiresIn: 60n })
    const late = await packageOf(trial, 'bob', { expiresIn: 600n })
    assert.deepEqual((await fill(trial, queue, [late, soon])).json, { keyPackagesInPool: 2 })
    assert.equal(keyOf(await fetchPackage(trial, bob, 'r')), base64(soon.message))
    trial.clock.pass(60)
    assert.equal(keyOf(await fetchPackage(trial, bob, 'r')), base64(soon.message))
    trial.clock.pass(1)
    assert.equal(keyOf(await fetchPackage(trial, bob, 'r')), base64(late.message))
    assert.deepEqual((await fill(trial, queue, [])).json, { keyPackagesInPool: 1 })
    trial.clock.pass(600)
    const spent = await fetchPackage(trial, bob, 'r')
    assert.equal(spent.status, 404)
    assert.equal(codeOf(spent), 'key-packages-exhausted')
    assert.equal(codeOf(await fill(trial, queue, [late])), 'invalid-key-package')
  })

  test(`${edition}: receivers at the same time get packages of their own, one receiver always the same`, async () => {
    const { trial, bob, queue } = await start()
    const packages = await Promise.all(Array.from({ length: 8 }, () => packageOf(trial, 'bob')))
    await fill(trial, queue, packages)
    const all = await Promise.all(packages.map((_, n) => fetchPackage(trial, bob, `r${n}`)))
    assert.equal(new Set(all.map(keyOf)).size, 8)
    const again = await Promise.all(packages.map(() => fetchPackage(trial, bob, 'r3')))
    assert.deepEqual(new Set(again.map(keyOf)), new Set([all[3] && keyOf(all[3])]))
    assert.equal((await fetchPackage(trial, bob, 'r9')).status, 404)
  })

  test(`${edition}: HEAD looks as GET would and reserves nothing`, async () => {
    const { trial, bob, queue } = await start()
    const [soon, late] = [await packageOf(trial, 'bob', { expiresIn: 60n }), await packageOf(trial, 'bob')]
    await fill(trial, queue, [soon, late])
    const head = await fetchPackage(trial, bob, 'stranger', 'HEAD')
    assert.equal(head.bytes.length, 0)
    const got = await fetchPackage(trial, bob, 'r')
    assert.equal(keyOf(got), base64(soon.message))
    assert.deepEqual(head.headers, got.headers)
  })

  test(`${edition}: one bad package refuses the whole update, the reset with it`, async () => {
    const { trial, bob, queue } = await start()
    const [first, good] = [await packageOf(trial, 'bob'), await packageOf(trial, 'bob')]
    await fill(trial, queue, [first], { finalKey: base64((await packageOf(trial, 'bob')).message) })
    const mallory = await packageOf(trial, 'mallory')
    const p256 = await packageOf(trial, 'bob', { suite: 2 })
    const expired = await packageOf(trial, 'bob', { expiresIn: -1n })
    const broken = { ...good, message: good.message.slice(0, -1) }
    const surplus = { ...good, message: Uint8Array.from([...good.message, 0]) }
    for (const bad of [mallory, p256, expired, broken, surplus, { ...good, message: new Uint8Array() }]) {
      for (const answer of [
        await fill(trial, queue, [good, bad], { isReset: true }),
        await fill(trial, queue, [good], { finalKey: base64(bad.message), isReset: true }),
      ]) {
        assert.equal(answer.status, 422)
        assert.equal(codeOf(answer), 'invalid-key-package')
      }
    }
    assert.equal(codeOf(await fill(trial, queue, [good, good])), 'duplicate-key-package')
    assert.deepEqual((await fill(trial, queue, [])).json, { keyPackagesInPool: 1 })
    assert.equal(keyOf(await fetchPackage(trial, bob, 'r')), base64(first.message))
    assert.deepEqual(trial.log, [])
  })

  test(`${edition}: uploads of one package at the same time store it once`, async () => {
    const { trial, queue } = await start()
    const one = await packageOf(trial, 'bob')
    const answers = await Promise.all(Array.from({ length: 4 }, () => fill(trial, queue, [one])))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409, 409])
    assert.deepEqual((await fill(trial, queue, [])).json, { keyPackagesInPool: 1 })
  })

  test(`${edition}: the final key is given out when nothing else is left, and after a refill no more`, async () => {
    const { trial, bob, queue } = await start()
    const final = await packageOf(trial, 'bob')
    assert.deepEqual((await fill(trial, queue, [], { finalKey: base64(final.message) })).json, { keyPackagesInPool: 0 })
    for (const receiver of ['r1', 'r2'])
      assert.deepEqual((await fetchPackage(trial, bob, receiver)).json, {
        keyPackage: base64(final.message),
        isFinalKey: true,
      })
    await fill(trial, queue, [await packageOf(trial, 'bob')])
    assert.equal((await fetchPackage(trial, bob, 'r1')).json['isFinalKey'], false)
  })

  test(`${edition}: a package that calls itself the last resort is taken as the final key, and not among those used once`, async () => {
    const { trial, bob, queue } = await start()
    const lastResort = () => packageOf(trial, 'bob', { lastResort: true })
    const [one, final] = [await lastResort(), await lastResort()]
    assert.equal(codeOf(await fill(trial, queue, [one])), 'invalid-key-package')
    assert.equal(codeOf(await fetchPackage(trial, bob, 'r1')), 'key-packages-exhausted')
    assert.equal((await fill(trial, queue, [], { finalKey: base64(final.message) })).status, 200)
    for (const receiver of ['r1', 'r2'])
      assert.equal(keyOf(await fetchPackage(trial, bob, receiver)), base64(final.message))
  })

  test(`${edition}: after a change of handle the packages of the old one stay where they are`, async () => {
    const { trial, bob, queue } = await start()
    await fill(trial, queue, [await packageOf(trial, 'bob')])
    const rename = (name: string) =>
      trial.send('PATCH', `/apps/${appId}/clients/${bob}`, { json: { clientHandle: handleText(edition, name) } })
    await rename('robert')
    assert.equal(codeOf(await fetchPackage(trial, bob, 'r')), 'key-packages-exhausted')
    assert.equal((await fill(trial, queue, [await packageOf(trial, 'bob')])).status, 422)
    const renewed = await packageOf(trial, 'robert')
    assert.equal((await fill(trial, queue, [renewed])).status, 200)
    assert.equal(keyOf(await fetchPackage(trial, bob, 'r')), base64(renewed.message))
  })

  test(`${edition}: a fetch must say whole numbers, a receiver and no foreign domain`, async () => {
    const { trial, bob, queue } = await start()
    await fill(trial, queue, [await packageOf(trial, 'bob')])
    const good = { protocolVersion: '1', cipherSuite: '1', receiver_client_id: 'r' }
    const get = (change: Record<string, string>, without = '') => {
      const query = new URLSearchParams({ ...good, ...change })
      query.delete(without)
      return trial.send('GET', `/apps/${appId}/clients/${bob}/keyPackage?${query}`)
    }
    for (const name of Object.keys(good)) assert.equal((await get({}, name)).status, 400)
    for (const value of ['65537', '65536', '-1', '1e0', '0x1', '', '01', '1.0', 'one'])
      for (const name of ['protocolVersion', 'cipherSuite']) assert.equal((await get({ [name]: value })).status, 400)
    assert.equal((await get({ receiver_client_id: '' })).status, 400)
    assert.equal(codeOf(await get({ domain: 'b.example' })), 'unknown-domain')
    for (const change of [{ protocolVersion: '2' }, { cipherSuite: '2' }, { appLabel: 'x' }])
      assert.equal(codeOf(await get(change)), 'no-matching-queue')
    assert.equal((await get({ domain: 'A.EXAMPLE', appLabel: '' })).status, 200)
  })

  test(`${edition}: a queue is reached through its own client alone, and goes with it`, async () => {
    const { trial, bob, queue } = await start()
    const carol = await register(trial, handleText(edition, 'carol'))
    assert.equal((await fill(trial, queue.replace(bob, carol), [])).status, 404)
    assert.equal((await trial.send('DELETE', queue.replace(bob, carol))).status, 404)
    assert.equal((await fill(trial, queue.replace(appId, otherAppId), [])).status, 404)
    assert.equal((await trial.send('DELETE', queue)).status, 204)
    assert.equal((await fill(trial, queue, [])).status, 404)
    const again = await createQueue(trial, bob)
    await fill(trial, again, [await packageOf(trial, 'bob')])
    await trial.send('DELETE', `/apps/${appId}/clients/${bob}`)
    assert.equal((await fetchPackage(trial, bob, 'r')).status, 404)
    assert.equal((await fill(trial, again, [])).status, 404)
  })
}
