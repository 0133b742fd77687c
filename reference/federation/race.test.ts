// Commits of one epoch at several gateways at the same moment, over slow and unreliable links, from many seeds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit, joinFromWelcome, type Member, receive } from '../../mls/member.ts'
import { startFederation } from '../federation.test.kit.ts'
import { commitBody, invitations, openRoom, packageOf, type Room, roomAt } from '../members.test.kit.ts'
import { handleText, type Received, register } from '../trial.test.kit.ts'

const [a, b, c] = ['a.example', 'b.example', 'c.example'] as const
const domains = [a, b, c]

/** A small generator (mulberry32); what it gives is decided by its seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

for (const [edition, mode, seeds] of [
  ['2023-03-08', 'basic', 5],
  ['2023-03-17', 'x509', 5],
] as const)
  test(`${edition}: of commits at three gateways one wins, everywhere the same, and no welcome is lost`, async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const random = numbers(seed)
      let isDisturbed = false
      const world = await startFederation(edition, domains, {
        mode,
        delayMs: () => (isDisturbed ? Math.floor(random() * 200) : 0),
      })
      const { member, room } = await openRoom(world.at(a), 'alice')
      const own = { [b]: await packageOf(world.at(b), 'carol'), [c]: await packageOf(world.at(c), 'erin') }
      await register(world.at(b), handleText(edition, 'carol'))
      await register(world.at(c), handleText(edition, 'erin'))
      const proposals = Object.values(own).map(({ message }) => ({ type: 'add', keyPackage: message }) as const)
      const adding = await commit(member, { proposals })
      assert.equal((await room.put('epochs', commitBody(adding))).status, 201)
      await world.settled()
      const join = async (domain: typeof b | typeof c, name: string) => {
        const [invitation] = await invitations(world.at(domain), name)
        assert.ok(invitation)
        return joinFromWelcome({ own: own[domain], ...invitation })
      }
      const members = new Map<string, Member>([
        [a, adding.member],
        [b, await join(b, 'carol')],
        [c, await join(c, 'erin')],
      ])
      const rooms = new Map(domains.map((domain): [string, Room] => [domain, roomAt(world.at(domain), room.groupId)]))

      for (let round = 0; round < 3; round++) {
        const newcomers = new Map<string, string>()
        const racers = await Promise.all(
          domains.map(async (domain) => {
            const home = domains[Math.floor(random() * domains.length)] ?? a
            const name = `new-${seed}-${round}-${domain[0]}`
            newcomers.set(name, home)
            await register(world.at(home), handleText(edition, name))
            const { message } = await packageOf(world.at(home), name)
            const racer = members.get(domain)
            assert.ok(racer)
            return { domain, name, made: await commit(racer, { proposals: [{ type: 'add', keyPackage: message }] }) }
          }),
        )
        isDisturbed = true
        for (const [from, to] of [
          [a, b],
          [a, c],
        ] as const)
          world.link(from, to, random() < 0.3 ? 'answers lost' : 'up')
        const uploads: Promise<Received>[] = []
        for (const { domain, made } of racers) {
          uploads.push(rooms.get(domain)?.put('epochs', commitBody(made)) ?? assert.fail())
          await world.time.pass(Math.floor(random() * 60))
        }
        let isOver = false
        const answers = Promise.all(uploads).finally(() => {
          isOver = true
        })
        while (!isOver) await world.time.pass(20)
        for (const to of [b, c]) world.link(a, to, 'up')
        await world.time.pass(10_000)
        await world.settled()
        isDisturbed = false

        const statuses = (await answers).map(({ status }) => status)
        assert.deepEqual(statuses.toSorted(), [201, 409, 409], `seed ${seed}`)
        const winner = racers[statuses.indexOf(201)]
        assert.ok(winner)
        const views = await Promise.all(
          [...rooms.values()].map(async (one) => [
            (await one.read('control-msgs?startEpochId=0')).json,
            (await one.read('group-info')).json,
          ]),
        )
        for (const view of views) assert.deepEqual(view, views[0], `seed ${seed}`)
        for (const { domain, name, made } of racers) {
          const home = newcomers.get(name) ?? a
          assert.equal(
            (await invitations(world.at(home), name)).length,
            domain === winner.domain ? 1 : 0,
            `seed ${seed}`,
          )
          const racer = members.get(domain)
          assert.ok(racer)
          members.set(
            domain,
            domain === winner.domain ? made.member : (await receive(racer, winner.made.commitPacket)).member,
          )
        }
      }
      for (const domain of domains) assert.deepEqual(world.at(domain).log, [], `seed ${seed}`)
    }
  })
