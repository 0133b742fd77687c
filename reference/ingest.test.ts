// A key package is judged alike on whichever way it comes in: every flaw by every way is refused and changes nothing, and
// the same without the flaw is accepted.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { commit, propose } from '../mls/member.ts'
import { type Federation, startFederation } from './federation.test.kit.ts'
import { flaws, twin } from './ingest-flaws.test.kit.ts'
import {
  a,
  b,
  byReference,
  played,
  proposalsUnjudged,
  type Route,
  roomOfTwo,
  routes,
} from './ingest-routes.test.kit.ts'
import { base64, commitBody } from './members.test.kit.ts'
import { codeOf, type Received } from './trial.test.kit.ts'

const refusedAs: Readonly<Record<number, RegExp>> = {
  422: /urn:mimi:problem:invalid-(key-package|commit|proposal|group-info)$/,
  502: /urn:mimi:problem:peer-failed$/,
}

function assertRefused({ refused }: Route, answer: Received, name: string): void {
  assert.equal(answer.status, refused, `${name}: ${JSON.stringify(answer.json)}`)
  assert.match(String(answer.json['type']), refusedAs[refused] ?? /^$/, name)
}

let world: Federation
let unjudging: Federation

before(async () => {
  const start = (options = {}) => startFederation('2023-03-17', [a, b], { scripted: [played], ...options })
  world = await start()
  unjudging = await start({ alter: { [a]: proposalsUnjudged } })
})

describe('a key package is judged, flaw by flaw', () => {
  for (const route of [...routes, byReference])
    test(`${route.name}: ${flaws.filter((flaw) => route.excuse(flaw) === undefined).length} flaws are refused, none is accepted`, async (context) => {
      const of = route === byReference ? unjudging : world
      const { offer, read } = await route.open(of)
      const untouched = route === byReference ? undefined : await read()
      for (const flaw of flaws) {
        const excuse = route.excuse(flaw)
        if (excuse !== undefined) {
          context.diagnostic(`${flaw.name}: ${excuse}`)
          continue
        }
        assertRefused(route, await offer(await flaw.spoil(of, route.of)), flaw.name)
        if (untouched !== undefined) assert.deepEqual(await read(), untouched, flaw.name)
      }
      const good = await offer(await twin.spoil(of, route.of))
      assert.equal(good.status, route.accepted, JSON.stringify(good.json))
    })

  test('a proposal that waited too long is refused by the commit that refers to it', async () => {
    const { rooms, alice, read } = await roomOfTwo(world, 'patience')
    const offered = await twin.spoil(world, a)
    const made = await propose(alice, { type: 'add', keyPackage: offered.message })
    assert.equal((await rooms[a].put('proposals', { packet: base64(made.packet) })).status, 201)
    await world.settled()
    const json = commitBody(await commit(made.member))
    const before = await read()
    await world.time.pass(2 * 86_400_000)
    const late = await rooms[a].put('epochs', json)
    assert.deepEqual([late.status, codeOf(late)], [422, 'invalid-key-package'])
    assert.deepEqual(await read(), before)
    assert.equal((await rooms[a].put('epochs', commitBody(await commit(alice, { references: [] })))).status, 201)
  })
})
