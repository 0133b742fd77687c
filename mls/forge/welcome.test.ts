// Forged Welcomes are refused by the check they are forged for, and by no other.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { forgeWelcome, type WelcomeFlaw } from '../forge.ts'
import { commit } from '../member.ts'
import { readCommit } from '../public-group.ts'
import { memberOf, packageOf, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, nameOf, refusedOnlyBy } from './refused.test.kit.ts'

let world: World

before(async () => {
  world = await makeTarget()
})

const welcomes: readonly (Case & { readonly flaw: WelcomeFlaw })[] = [
  { flaw: { kind: 'foreign-recipient', ref: new Uint8Array(32) }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'extra-recipient', ref: new Uint8Array(32) }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'missing-recipient' }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'recipient-twice' }, row: 'CB-10', code: 'invalid-welcome' },
  { flaw: { kind: 'suite', cipherSuite: 3 }, row: 'CM-18', code: 'invalid-welcome' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
]

for (const { flaw, ...expected } of welcomes)
  test(`welcome with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const { upload, welcome } = await addingZoe()
    const forged = { ...upload, welcome: forgeWelcome(welcome, flaw) }
    await refusedOnlyBy(world, expected, (rules) => readCommit(world.group, forged, rules))
  })

test('an Add without Welcome is refused by CM-09, a Welcome without Add by CM-17', async () => {
  const { upload, welcome } = await addingZoe()
  await refusedOnlyBy(world, { row: 'CM-09', code: 'invalid-welcome' }, (rules) =>
    readCommit(world.group, upload, rules),
  )
  const made = await commit(memberOf(world, 'alice'))
  const plain = { packet: made.commitPacket, proposals: [], welcome }
  await refusedOnlyBy(world, { row: 'CM-17', code: 'invalid-welcome' }, (rules) =>
    readCommit(world.group, plain, rules),
  )
})

async function addingZoe() {
  const { message } = await packageOf(world, 'zoe')
  const made = await commit(memberOf(world, 'alice'), { proposals: [{ type: 'add', keyPackage: message }] })
  assert.ok(made.welcomePacket)
  const upload = { packet: made.commitPacket, proposals: [], groupInfo: made.groupInfo }
  return { upload, welcome: made.welcomePacket }
}
