// Who may write what into a group: gateways that order, follow, relay and pretend; with real members.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  commit,
  createGroup,
  exportGroup,
  joinExternally,
  joinFromWelcome,
  type Member,
  propose,
  receive,
} from '../../mls/member.ts'
import { type Federation, type FederationOptions, startFederation } from '../federation.test.kit.ts'
import {
  base64,
  commitBody,
  invitations,
  octets,
  openRoom,
  packageOf,
  type Room,
  roomAt,
  uploadGroup,
  utf8,
} from '../members.test.kit.ts'
import { appId, codeOf, handleText, type Received, register } from '../trial.test.kit.ts'

const [a, b, c] = ['a.example', 'b.example', 'c.example'] as const
const worlds = [
  ['2023-03-08', 'basic'],
  ['2023-03-08', 'x509'],
  ['2023-03-17', 'x509'],
] as const

/** What can be read of a group at a gateway. */
async function seen(room: Room): Promise<unknown> {
  return Promise.all(
    ['proposals', 'control-msgs?startEpochId=0', 'group-info'].map(async (what) => (await room.read(what)).json),
  )
}

interface Story {
  readonly world: Federation
  readonly rooms: Readonly<Record<string, Room>>
  readonly alice: Member
  readonly carol: Member
}

/** A group that A orders, with Alice of A and Carol of B in it, followed by B and C. */
async function story(
  ...[edition, mode, options = {}]: [(typeof worlds)[number][0], (typeof worlds)[number][1], FederationOptions?]
): Promise<Story> {
  const world = await startFederation(edition, [a, b, c], { mode, ...options })
  const { member, room } = await openRoom(world.at(a), 'alice')
  await register(world.at(b), handleText(edition, 'carol'))
  const own = await packageOf(world.at(b), 'carol')
  const adding = await commit(member, { proposals: [{ type: 'add', keyPackage: own.message }] })
  assert.equal((await room.put('epochs', commitBody(adding))).status, 201)
  await world.settled()
  const [invitation] = await invitations(world.at(b), 'carol')
  assert.ok(invitation)
  const rooms = Object.fromEntries([a, b, c].map((domain) => [domain, roomAt(world.at(domain), room.groupId)]))
  return { world, rooms, alice: adding.member, carol: await joinFromWelcome({ own, ...invitation }) }
}

function at(rooms: Story['rooms'], domain: string): Room {
  const room = rooms[domain]
  assert.ok(room)
  return room
}

for (const [edition, mode] of worlds) {
  const name = `${edition}, ${mode}`
  const put = (
    { world, rooms }: Story,
    [from, to]: readonly [string, string],
    what: string,
    json: object,
  ): Promise<Received> => world.call(from, to, { method: 'PUT', target: `${at(rooms, to).path}/${what}`, json })

  test(`${name}: what the ordering gateway accepts goes to all others once, as it was uploaded, and not back`, async () => {
    const one = await story(edition, mode)
    const { world, rooms, alice, carol } = one
    world.passages.length = 0
    const mine = await propose(alice, { type: 'update' })
    assert.equal((await at(rooms, a).put('proposals', { packet: base64(mine.packet), further: true })).status, 201)
    assert.equal((await at(rooms, a).put('proposals', { packet: base64(mine.packet) })).status, 200)
    await world.settled()
    const hers = await commit((await receive(carol, mine.packet)).member)
    assert.equal((await at(rooms, b).put('epochs', commitBody(hers))).status, 201)
    assert.equal((await at(rooms, b).put('epochs', commitBody(hers))).status, 200)
    await world.settled()
    const { path } = at(rooms, a)
    assert.deepEqual(world.sent(a, b), [`PUT ${path}/proposals`])
    assert.deepEqual(world.sent(a, c), [`PUT ${path}/proposals`, `PUT ${path}/epochs`])
    assert.deepEqual(world.sent(b, a), [`PUT ${path}/epochs`])
    for (const [from, to] of [
      [b, c],
      [c, a],
      [c, b],
    ] as const)
      assert.deepEqual(world.sent(from, to), [])
    const bodies = world.passages.map(({ request }) => new TextDecoder().decode(request.body))
    assert.equal(
      bodies.filter((body) => body === JSON.stringify({ packet: base64(mine.packet), further: true })).length,
      2,
    )
    const [first, ...others] = await Promise.all([a, b, c].map((domain) => seen(at(rooms, domain))))
    for (const other of others) assert.deepEqual(other, first)
  })

  test(`${name}: what is refused goes nowhere, at the ordering gateway and at a follower`, async () => {
    const { world, rooms, alice, carol } = await story(edition, mode)
    world.passages.length = 0
    const before = await Promise.all([a, b, c].map((domain) => seen(at(rooms, domain))))
    for (const [domain, member] of [
      [a, alice],
      [b, carol],
    ] as const) {
      const { packet } = await propose(member, { type: 'update' })
      const broken = packet.slice()
      broken[broken.length - 40] = (broken[broken.length - 40] ?? 0) ^ 1
      assert.equal((await at(rooms, domain).put('proposals', { packet: base64(broken) })).status, 422)
      assert.equal((await at(rooms, domain).put('epochs', { commitPacket: base64(packet) })).status, 422)
      const { groupInfo: _, ...rest } = await commit(member)
      assert.equal(
        (
          await at(rooms, domain).put('epochs', {
            commitPacket: base64(rest.commitPacket),
            welcomePacket: base64(packet),
          })
        ).status,
        422,
      )
    }
    await world.settled()
    assert.deepEqual(world.passages, [])
    assert.deepEqual(await Promise.all([a, b, c].map((domain) => seen(at(rooms, domain)))), before)
  })

  test(`${name}: a follower's application hears the ordering gateway's verdict, and nothing changes before it`, async () => {
    const one = await story(edition, mode)
    const { world, rooms, alice, carol } = one
    world.link(a, b, 'cut')
    const quick = await commit(alice)
    assert.equal((await at(rooms, a).put('epochs', commitBody(quick))).status, 201)
    await world.settled()
    const before = await seen(at(rooms, b))
    const late = await at(rooms, b).put('epochs', commitBody(await commit(carol)))
    assert.deepEqual([late.status, codeOf(late), late.json['currentEpoch']], [409, 'wrong-epoch', 2])
    const stale = await at(rooms, b).put('proposals', {
      packet: base64((await propose(carol, { type: 'update' })).packet),
    })
    assert.deepEqual([stale.status, codeOf(stale)], [409, 'wrong-epoch'])
    world.link(b, a, 'cut')
    const unreachable = await at(rooms, b).put('epochs', commitBody(await commit(carol)))
    assert.deepEqual([unreachable.status, codeOf(unreachable)], [502, 'peer-failed'])
    assert.deepEqual(await seen(at(rooms, b)), before)
    world.link(a, b, 'up')
    await world.time.pass(5_000)
    await world.settled()
    assert.deepEqual(await seen(at(rooms, b)), await seen(at(rooms, a)))
  })

  test(`${name}: a verdict that gets lost is asked for again, and counts once`, async () => {
    const { world, rooms, carol } = await story(edition, mode)
    const before = await seen(at(rooms, b))
    const mine = commitBody(await commit(carol))
    world.link(b, a, 'silent')
    const waiting = at(rooms, b).put('epochs', mine)
    const forwarded = at(rooms, b).read('proposals')
    await world.time.pass(60_000)
    assert.equal(codeOf(await waiting), 'peer-timeout')
    assert.equal((await forwarded).status, 200)
    world.link(b, a, 'answers lost')
    assert.equal(codeOf(await at(rooms, b).put('epochs', mine)), 'peer-failed')
    assert.deepEqual(await seen(at(rooms, b)), before)
    world.link(b, a, 'up')
    assert.equal((await at(rooms, b).put('epochs', mine)).status, 200)
    await world.settled()
    const [first, ...others] = await Promise.all([a, b, c].map((domain) => seen(at(rooms, domain))))
    for (const other of others) assert.deepEqual(other, first)
  })

  test(`${name}: a follower takes packets of its application and of the ordering gateway, from nobody else`, async () => {
    const one = await story(edition, mode)
    const { rooms, alice, carol } = one
    const before = await seen(at(rooms, b))
    const mine = await commit(alice)
    const { packet } = await propose(carol, { type: 'update' })
    for (const [from, to] of [
      [c, b],
      [b, c],
    ] as const) {
      const refused = await put(one, [from, to], 'epochs', commitBody(mine))
      assert.deepEqual([refused.status, codeOf(refused)], [403, 'forbidden'])
      assert.equal((await put(one, [from, to], 'proposals', { packet: base64(packet) })).status, 403)
    }
    assert.deepEqual(await seen(at(rooms, b)), before)
    assert.equal((await put(one, [a, b], 'epochs', commitBody(mine))).status, 201)
    assert.equal((await put(one, [a, b], 'epochs', commitBody(mine))).status, 200)
    await one.world.settled()
    assert.deepEqual(one.world.sent(b, c), [])
    const invented = { ...commitBody(mine), commitPacket: base64(utf8('x')) }
    assert.equal((await put(one, [a, b], 'epochs', invented)).status, 422)
  })

  test(`${name}: packets are relayed by the gateway of their sender alone, where there are domains`, async () => {
    const one = await story(edition, mode)
    const { world, rooms, alice, carol } = one
    const before = await seen(at(rooms, a))
    const refuses = async (from: string, what: string, json: object) => {
      const refused = await put(one, [from, a], what, json)
      assert.deepEqual([refused.status, codeOf(refused)], [422, 'wrong-domain'])
      assert.deepEqual(await seen(at(rooms, a)), before)
    }
    const hers = base64((await propose(carol, { type: 'update' })).packet)
    const dave = await packageOf(world.at(b), 'dave')
    const { groupInfos } = (await at(rooms, b).read('group-info')).json as {
      groupInfos: { groupInfo: string; ratchetTree: string }[]
    }
    const [info] = groupInfos
    const outside = { groupInfo: octets(info?.groupInfo), ratchetTree: octets(info?.ratchetTree) }
    const joining = commitBody(await joinExternally({ own: dave, ...outside }))
    if (mode === 'x509') {
      await refuses(c, 'proposals', { packet: hers })
      await refuses(b, 'epochs', commitBody(await commit(alice)))
      await refuses(b, 'proposals', { packet: base64((await propose(alice, { type: 'update' })).packet) })
      await refuses(c, 'epochs', joining)
    } else assert.equal((await put(one, [c, a], 'proposals', { packet: hers })).status, 201)
    assert.equal((await put(one, [b, a], 'epochs', joining)).status, 201)
    await world.settled()
    assert.deepEqual(world.sent(a, b).filter((sent) => sent.endsWith('epochs')).length, 1)
  })

  test(`${name}: join information goes to the gateway of the added client, and only there`, async () => {
    const { world, rooms, alice } = await story(edition, mode)
    await register(world.at(a), handleText(edition, 'bob'))
    await register(world.at(c), handleText(edition, 'dave'))
    const ask = (from: string, to: string, who: string, domain = '') =>
      world.call(from, to, { method: 'GET', target: `/apps/${appId}/clients/${who}/welcome-msgs${domain}` })
    const count = ({ json }: Received) => (json['joinInfos'] as unknown[]).length
    const [bob, dave] = [await packageOf(world.at(a), 'bob'), await packageOf(world.at(c), 'dave')]
    const adding = await commit(alice, {
      proposals: [bob, dave].map(({ message }) => ({ type: 'add', keyPackage: message })),
    })
    assert.equal((await at(rooms, a).put('epochs', commitBody(adding))).status, 201)
    await world.settled()
    assert.equal((await invitations(world.at(a), 'bob')).length, 1)
    assert.equal((await invitations(world.at(c), 'dave')).length, 1)
    for (const [domain, who] of [
      [a, 'dave'],
      [b, 'dave'],
      [b, 'bob'],
      [c, 'bob'],
      [c, 'carol'],
    ] as const)
      if (mode === 'x509' || domain !== a)
        assert.equal(
          (await world.at(domain).send('GET', `/apps/${appId}/clients/${who}/welcome-msgs`)).status,
          404,
          `${who} at ${domain}`,
        )
    assert.equal(count(await ask(c, a, 'dave')), 1)
    assert.equal(count(await ask(c, a, 'dave', `?domain=C.example`)), 1)
    assert.equal(count(await ask(b, a, 'carol')), 1)
    for (const domain of [a, b, 'nowhere.example'])
      assert.equal(codeOf(await ask(c, a, 'dave', `?domain=${domain}`)), 'unknown-domain')
    if (mode === 'x509') for (const who of ['bob', 'carol', 'alice']) assert.equal(count(await ask(c, a, who)), 0)
    else assert.equal((await ask(c, a, 'bob')).status, 404)
    assert.equal((await ask(c, b, 'carol')).status === 200 ? count(await ask(c, b, 'carol')) : 0, 0)
  })

  test(`${name}: a group is made where its creator is, and its id is taken then`, async () => {
    const { world, rooms } = await story(edition, mode)
    const groups = `/apps/${appId}/groups`
    const make = async (domain: string, groupId = 'other') => {
      const member = await createGroup({ groupId: utf8(groupId), own: await packageOf(world.at(domain), 'someone') })
      const { groupInfo, ratchetTree } = await exportGroup(member)
      return { groupInfo: base64(groupInfo), ratchetTree: base64(ratchetTree) }
    }
    const told = (from: string, to: string, json: object) =>
      world.call(from, to, { method: 'PUT', target: groups, json })
    const ofB = await make(b)
    if (mode === 'x509') {
      assert.equal(codeOf(await told(c, a, ofB)), 'wrong-domain')
      assert.equal(codeOf(await world.at(a).send('PUT', groups, { json: ofB })), 'wrong-domain')
    }
    assert.equal((await told(b, a, ofB)).status, 201)
    assert.equal((await told(b, a, ofB)).status, 200)
    const ofC = await make(c)
    assert.equal(codeOf(await told(c, a, ofC)), 'group-exists')
    assert.equal(codeOf(await world.at(a).send('PUT', groups, { json: await make(a) })), 'group-exists')
    assert.equal(codeOf(await told(b, a, await make(b, 'room'))), 'group-exists')
    await world.settled()
    assert.deepEqual(
      world.passages.filter(({ request }) => request.target === groups).map(({ from, to }) => `${from} ${to}`),
      [`${a} ${b}`, `${a} ${c}`],
    )
    assert.deepEqual(await seen(at(rooms, b)), await seen(at(rooms, a)))
    const elsewhere = await createGroup({ groupId: utf8('private'), own: await packageOf(world.at(a), 'alice') })
    assert.equal((await uploadGroup(world.at(a), await exportGroup(elsewhere))).status, 201)
  })
}

test('a client of a domain that the application does not federate with is not added, nor joins', async () => {
  for (const edition of ['2023-03-08', '2023-03-17'] as const) {
    const { world, rooms, alice, carol } = await story(edition, 'x509', { federatesWith: { [a]: [b], [b]: [a, c] } })
    const dave = await packageOf(world.at(c), 'dave')
    const adds = [{ type: 'add', keyPackage: dave.message }] as const
    const before = await seen(at(rooms, a))
    for (const [domain, member] of [
      [a, alice],
      [b, carol],
    ] as const) {
      const proposed = await at(rooms, domain).put('proposals', {
        packet: base64((await propose(member, adds[0])).packet),
      })
      const committed = await at(rooms, domain).put('epochs', commitBody(await commit(member, { proposals: adds })))
      assert.deepEqual([codeOf(proposed), codeOf(committed)], ['wrong-domain', 'wrong-domain'])
    }
    const { groupInfos } = (await at(rooms, a).read('group-info')).json as {
      groupInfos: { groupInfo: string; ratchetTree: string }[]
    }
    const outside = { groupInfo: octets(groupInfos[0]?.groupInfo), ratchetTree: octets(groupInfos[0]?.ratchetTree) }
    const joining = await at(rooms, a).put('epochs', commitBody(await joinExternally({ own: dave, ...outside })))
    assert.equal(codeOf(joining), 'wrong-domain')
    assert.deepEqual(await seen(at(rooms, a)), before)
  }
})

test('alice of one domain and alice of another are two clients; of one domain, one', async () => {
  for (const edition of ['2023-03-08', '2023-03-17'] as const) {
    const { world, rooms, alice } = await story(edition, 'x509')
    for (const domain of [a, b]) await register(world.at(domain), handleText(edition, 'alice'))
    const twin = await packageOf(world.at(b), 'alice')
    const adding = await commit(alice, { proposals: [{ type: 'add', keyPackage: twin.message }] })
    assert.equal((await at(rooms, a).put('epochs', commitBody(adding))).status, 201)
    await world.settled()
    assert.deepEqual(
      [(await invitations(world.at(a), 'alice')).length, (await invitations(world.at(b), 'alice')).length],
      [0, 1],
    )
    const double = await packageOf(world.at(a), 'alice')
    const again = await commit(adding.member, { proposals: [{ type: 'add', keyPackage: double.message }] })
    assert.equal((await at(rooms, a).put('epochs', commitBody(again))).status, 422)
  }
})
