// Checks are data: each can be left out or replaced, and only it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgeProposal, spoiled, truncated, withVersion, withWireFormat } from '../forge.ts'
import { makeKeyPackage } from '../key-package.ts'
import { exportGroup, propose } from '../member.ts'
import {
  allChecks,
  limitCheck,
  openGroup,
  readProposal,
  replaceCheck,
  validateKeyPackage,
  withoutCheck,
} from '../public-group.ts'
import { addMembers, lifetime, makeWorld, memberOf, packageOf } from '../world.test.kit.ts'

test('withoutCheck takes out every check of a row and leaves the others', () => {
  const fewer = withoutCheck(allChecks, 'FR-07')
  assert.deepEqual(
    fewer.framing.map(({ row }) => row),
    allChecks.framing.map(({ row }) => row).filter((row) => row !== 'FR-07'),
  )
  assert.deepEqual(fewer.commit, allChecks.commit)
  assert.throws(() => withoutCheck(allChecks, 'XX-99'), /no check has row XX-99/)
})

test('replaceCheck lets a gateway be wrong in its own way', async () => {
  const world = await addMembers(await makeWorld(1), 'alice', ['bob'])
  const checks = replaceCheck(allChecks, { kind: 'framing', row: 'FR-07' }, ({ message, group }) =>
    message.content.epoch < group.context.epoch ? 'expected no earlier epoch; found one' : undefined,
  )
  const rules = { ...world.rules, checks }
  const alice = memberOf(world, 'alice')
  const future = await forgeProposal(alice, { type: 'update' }, { kind: 'epoch', epoch: 9n })
  await readProposal(world.group, future, rules)
  await assert.rejects(readProposal(world.group, future, world.rules), { row: 'FR-07' })
  const past = await forgeProposal(alice, { type: 'update' }, { kind: 'epoch', epoch: 0n })
  await assert.rejects(readProposal(world.group, past, rules), { row: 'FR-07', code: 'wrong-epoch' })
  assert.throws(() => replaceCheck(allChecks, { kind: 'leaf', row: 'FR-07' }, () => undefined), /no check of kind leaf/)
})

test('limitCheck lets a gateway look only where it is told to', () => {
  const name = 'leaf of the path'
  const checks = limitCheck(allChecks, { kind: 'commit', row: 'CB-04', name }, () => false)
  const changed = checks.commit.filter((check, at) => check !== allChecks.commit[at])
  assert.deepEqual(
    changed.map((check) => check.name),
    [name],
  )
  assert.throws(() => limitCheck(allChecks, { kind: 'leaf', row: 'CB-04' }, () => true), /no check of kind leaf/)
})

test('every check says what it asks, by row and section', () => {
  for (const list of Object.values(allChecks))
    for (const { row, section, name } of list) {
      assert.match(row, /^[A-Z]{2}-B?\d{2}$|^KP-B\d$/)
      assert.match(section, /^9420 section \d+(\.\d+)*$/)
      assert.ok(name.length > 3)
    }
})

test('an MLSMessage of another version or wire format, spoiled or cut short is refused', async () => {
  const world = await makeWorld(1)
  const { packet } = await propose(memberOf(world, 'alice'), { type: 'group-context-extensions', extensions: [] })
  const read = (bytes: Uint8Array) => readProposal(world.group, bytes, world.rules)
  await read(packet)
  await assert.rejects(read(withVersion(packet, 2)), { row: 'FR-01', code: 'unsupported-message' })
  await readProposal(world.group, withVersion(packet, 2), {
    ...world.rules,
    checks: withoutCheck(allChecks, 'FR-01'),
  })
  await assert.rejects(read(withWireFormat(packet, 99)), { code: 'malformed' })
  await assert.rejects(read(truncated(packet)), { code: 'malformed' })
  await assert.rejects(read(spoiled(packet)), { name: 'MlsRejection' })
  const { message } = await packageOf(world, 'bob')
  await assert.rejects(read(message), { row: 'FR-03', code: 'unsupported-message' })
  const expect = { cipherSuite: 1, protocolVersion: 1 }
  await assert.rejects(validateKeyPackage(packet, expect, world.rules), { row: 'FR-03', code: 'malformed' })
  const wrongSuite = validateKeyPackage(message, { ...expect, cipherSuite: 2 }, world.rules)
  await assert.rejects(wrongSuite, { row: 'KP-B1', code: 'invalid-key-package' })
  await validateKeyPackage(message, expect, world.rules)
  const impatient = { ...world.rules, maximumLifetime: 60n }
  await assert.rejects(validateKeyPackage(message, expect, impatient), { row: 'LN-06' })
  const alone = await exportGroup(memberOf(world, 'alice'))
  await assert.rejects(openGroup(alone, impatient), { row: 'LN-06', code: 'invalid-group-info' })
  await openGroup(alone, world.rules)
})

test('a package marked as last resort is kept as one only, by KP-B7; an unmarked one serves as well', async () => {
  const { rules, suite } = await makeWorld(1)
  const make = async (lastResort: boolean) =>
    (await makeKeyPackage({ identity: Uint8Array.of(1), suite, lifetime, lastResort })).message
  const [marked, plain] = [await make(true), await make(false)]
  const expect = { cipherSuite: 1, protocolVersion: 1 }
  await assert.rejects(validateKeyPackage(marked, { ...expect, use: 'once' }, rules), { row: 'KP-B7' })
  await validateKeyPackage(plain, { ...expect, use: 'once' }, rules)
  for (const message of [marked, plain]) {
    await validateKeyPackage(message, { ...expect, use: 'last-resort' }, rules)
    await validateKeyPackage(message, expect, rules)
  }
})
