// The public side follows a group through every kind of commit and always agrees with its members.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeMember, exportGroup, type Member } from '../member.ts'
import { openGroup, readCommit } from '../public-group.ts'
import { supportedSuites } from '../suite.ts'
import { addMembers, joinFromOutside, makeWorld, proposeIn, removeMember, type World } from '../world.test.kit.ts'

for (const id of supportedSuites)
  test(`suite ${id}: the public group has the members' tree hash and transcript hash after every commit`, async () => {
    let world = await makeWorld(id)
    agree(world)
    world = await addMembers(world, 'alice', ['bob', 'carol', 'dave'])
    agree(world)
    world = await proposeIn(world, 'bob', { type: 'update' })
    world = await addMembers(world, 'carol', ['erin'])
    agree(world)
    for (const name of ['bob', 'erin', 'alice', 'dave', 'carol']) world = await addMembers(world, name, [], true)
    agree(world)
    world = await removeMember(world, 'alice', 'bob')
    agree(world)
    world = await addMembers(world, 'carol', ['frank', 'grace'], true)
    agree(world)
    world = await joinFromOutside(world, 'heidi', 'erin')
    agree(world)
    world = await joinFromOutside(world, 'carol', 'heidi', true)
    agree(world)
    world = await removeMember(world, 'grace', 'alice')
    world = await removeMember(world, 'grace', 'frank')
    world = await removeMember(world, 'heidi', 'carol')
    agree(world)
    world = await addMembers(world, 'heidi', [], true)
    agree(world)
    const someone = [...world.members.values()][0]
    assert.ok(someone)
    const opened = await openGroup(await exportGroup(someone), world.rules)
    assert.deepEqual(opened.treeHash, world.group.treeHash)
    assert.equal(typeof readCommit, 'function')
  })

function agree({ group, members }: World): void {
  const seen = [...members.values()].map(describe)
  for (const member of seen) assert.deepEqual(member, seen[0])
  const { epoch, treeHash, confirmedTranscriptHash } = group
  const { epochAuthenticator: _, ...shared } = seen[0] ?? assert.fail('a group without members')
  assert.deepEqual({ epoch, treeHash, confirmedTranscriptHash }, shared)
}

function describe(member: Member) {
  const { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator } = describeMember(member)
  return { epoch, treeHash, confirmedTranscriptHash, epochAuthenticator }
}
