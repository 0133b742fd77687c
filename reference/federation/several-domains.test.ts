// A gateway of several domains, alone and as a peer (reading A-32), in both editions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit } from '../../mls/member.ts'
import { startFederation } from '../federation.test.kit.ts'
import { commitBody, createQueue, fill, openRoom, packageOf } from '../members.test.kit.ts'
import { appId, codeOf, handleText, type Received, type Trial } from '../trial.test.kit.ts'

const [a, b, z] = ['a.example', 'b.example', 'z.example'] as const
const clients = `/apps/${appId}/clients`

for (const edition of ['2023-03-08', '2023-03-17'] as const) {
  const handle = handleText(edition, 'carol')
  const registered = (trial: Trial, domain?: string): Promise<Received> =>
    trial.send('POST', clients, {
      json: { clientHandle: handle, tags: ['t'], ...(domain !== undefined && { domain }) },
    })
  const start = () => startFederation(edition, [a, b], { also: { [b]: [z] } })

  test(`${edition}: the same handle is free in each of its domains, and one of them has to be said`, async () => {
    const world = await start()
    const atB = world.at(b)
    assert.equal(codeOf(await registered(atB)), 'missing-domain')
    assert.equal(codeOf(await registered(atB, a)), 'unknown-domain')
    const [inB, inZ] = [await registered(atB, 'B.example'), await registered(atB, z)]
    assert.deepEqual([inB.status, inZ.status], [201, 201])
    for (const domain of [b, z]) assert.equal(codeOf(await registered(atB, domain)), 'handle-conflict')
    for (const [domain, { json }] of [
      [b, inB],
      [z, inZ],
    ] as const) {
      for (const found of [
        await world.at(a).send('GET', `${clients}?tag=t&domain=${domain}`),
        await atB.send('GET', `${clients}?tag=t&domain=${domain.toUpperCase()}`),
      ]) {
        const identities = found.json['identities'] as { clientId: string }[]
        assert.deepEqual(
          identities.map(({ clientId }) => clientId),
          [json['clientId']],
        )
      }
    }
  })

  test(`${edition}: key packages and invitations are of the domain that the certificate says`, async () => {
    const world = await start()
    const atB = world.at(b)
    const ofZ: Trial = { ...atB, credential: (name) => world.identities.credential(z, name) }
    const [inB, inZ] = [await registered(atB, b), await registered(atB, z)]
    const [queueB, queueZ] = [
      await createQueue(atB, String(inB.json['clientId'])),
      await createQueue(atB, String(inZ.json['clientId'])),
    ]
    const [own, spare] = [await packageOf(ofZ, 'carol'), await packageOf(ofZ, 'carol')]
    assert.equal(codeOf(await fill(atB, queueB, [own])), 'invalid-key-package')
    assert.equal(codeOf(await fill(atB, queueZ, [await packageOf(world.at(a), 'carol')])), 'wrong-domain')
    assert.equal((await fill(atB, queueZ, [own, spare])).status, 200)
    const { member, room } = await openRoom(world.at(a), 'alice')
    const adding = await commit(member, { proposals: [{ type: 'add', keyPackage: own.message }] })
    assert.equal((await room.put('epochs', commitBody(adding))).status, 201)
    await world.settled()
    assert.equal(world.sent(b, a).length, 0)
    assert.deepEqual(
      world.sent(a, b).map((sent) => sent.split('/').at(-1)),
      ['groups', 'epochs'],
      'one gateway is told once',
    )
    const invited = async (domain: string) => {
      const { json } = await atB.send('GET', `${clients}/carol/welcome-msgs${domain}`)
      return (json['joinInfos'] as unknown[] | undefined)?.length
    }
    assert.deepEqual(
      [await invited(`?domain=${z}`), await invited(`?domain=${b}`), await invited('')],
      [1, 0, undefined],
    )
    const ask = (domain: string) =>
      world.call(b, a, { method: 'GET', target: `${clients}/carol/welcome-msgs${domain}` })
    assert.equal(codeOf(await ask('')), 'missing-domain')
    assert.equal(((await ask(`?domain=${z}`)).json['joinInfos'] as unknown[]).length, 1)
    assert.equal(((await ask(`?domain=${b}`)).json['joinInfos'] as unknown[]).length, 0)
    assert.equal(codeOf(await ask(`?domain=${a}`)), 'unknown-domain')
  })
}
