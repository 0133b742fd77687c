// Whatever bytes come in, the answer is an MlsRejection or an object: never another error, never undefined.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commit, exportGroup, joinFromWelcome, type Member, propose, receive } from '../member.ts'
import { describeMessage, hasExternalPub, peekGroup } from '../message.ts'
import { openGroup, readCommit, readProposal, validateKeyPackage } from '../public-group.ts'
import { MlsRejection } from '../rejection.ts'
import { addMembers, makeWorld, memberOf, packageOf, type World } from '../world.test.kit.ts'

interface Samples {
  readonly world: World
  readonly bob: Member
  readonly messages: readonly Uint8Array[]
  readonly tree: Uint8Array
}

async function makeSamples(suite: number): Promise<Samples> {
  const world = await addMembers(await makeWorld(suite), 'alice', ['bob', 'carol'], true)
  const alice = memberOf(world, 'alice')
  const { message } = await packageOf(world, 'dave')
  const adding = await commit(alice, { proposals: [{ type: 'add', keyPackage: message }], withPath: true })
  const { packet } = await propose(alice, { type: 'update' })
  const { groupInfo, ratchetTree } = await exportGroup(alice, { embedTree: true })
  const messages = [message, adding.commitPacket, adding.welcomePacket ?? message, packet, groupInfo]
  return { world, bob: memberOf(world, 'bob'), messages, tree: ratchetTree }
}

const damage = fc.record({
  which: fc.nat(),
  at: fc.nat(),
  byte: fc.integer({ min: 0, max: 255 }),
  how: fc.constantFrom('replace', 'insert', 'drop', 'cut'),
})

for (const suite of [1, 2])
  test(`suite ${suite}: damaged messages and trees are refused, or accepted, but nothing else happens`, async () => {
    const { world, bob, messages, tree } = await makeSamples(suite)
    await fc.assert(
      fc.asyncProperty(damage, async (choice) => {
        const bytes = damaged(messages[choice.which % messages.length] ?? tree, choice)
        const { rules, group } = world
        await settles(() => validateKeyPackage(bytes, { cipherSuite: suite, protocolVersion: 1 }, rules))
        await settles(() => openGroup({ groupInfo: bytes, ratchetTree: tree }, rules))
        await settles(() => openGroup({ groupInfo: messages[4] ?? bytes, ratchetTree: damaged(tree, choice) }, rules))
        await settles(() => readProposal(group, bytes, rules))
        await settles(() => readCommit(group, { packet: bytes, proposals: [] }, rules))
        const packet = messages[1] ?? bytes
        await settles(() => readCommit(group, { packet, proposals: [], welcome: bytes, groupInfo: bytes }, rules))
        await settles(() => receive(bob, bytes))
        await settles(async () => peekGroup(bytes))
        await settles(async () => hasExternalPub(bytes))
        assert.doesNotThrow(() => JSON.stringify(describeMessage(bytes)))
        const own = await packageOf(world, 'dave')
        await settles(() => joinFromWelcome({ own, welcome: bytes, ratchetTree: damaged(tree, choice) }))
      }),
      { numRuns: 150, seed: 20230317 },
    )
  })

function damaged(good: Uint8Array, { at, byte, how }: { at: number; byte: number; how: string }): Uint8Array {
  const place = at % good.length
  const [front, back] = [good.slice(0, place), good.slice(place)]
  if (how === 'cut') return front
  if (how === 'drop') return Uint8Array.of(...front, ...back.slice(1))
  return Uint8Array.of(...front, byte, ...back.slice(how === 'replace' ? 1 : 0))
}

async function settles(attempt: () => Promise<unknown>): Promise<void> {
  try {
    assert.notEqual(await attempt(), undefined)
  } catch (error) {
    if (!(error instanceof MlsRejection)) throw error
  }
}

test('a tree of very many blank nodes is refused like any other wrong tree', async () => {
  const { rules, members } = await makeWorld(1)
  const { groupInfo } = await exportGroup([...members.values()][0] ?? assert.fail())
  const count = 50_000
  const ratchetTree = Uint8Array.of(0x80, 0, count >> 8, count & 0xff, ...new Uint8Array(count))
  await assert.rejects(openGroup({ groupInfo, ratchetTree }, rules), MlsRejection)
})
