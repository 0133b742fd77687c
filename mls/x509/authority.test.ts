// The authority of simulations: what it makes is repeatable, dated by the time it is given, and of any depth.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeKeyPair } from './authority/key-pair.ts'
import { createAuthority } from './authority.ts'
import { parseCertificate } from './certificate.ts'
import { validatePath } from './certificate-path.ts'
import { seededBytes } from './test-workshop.ts'

const now = 1_789_257_600n

test('the same random bytes give the same certificates', async () => {
  const make = async () => {
    const random = seededBytes('same')
    const root = await createAuthority({ subject: 'a.example', random, now })
    const account = await root.createSubordinate({ subject: 'alice' })
    return account.issue({ subject: 'phone', publicKey: makeKeyPair('Ed25519', random) })
  }
  assert.deepEqual(await make(), await make())
})

test('what it issues is valid from an hour before its time for a year after, unless asked otherwise', async () => {
  const random = seededBytes('dates')
  const root = await createAuthority({ subject: 'a.example', random, now })
  const publicKey = makeKeyPair('Ed25519', random)
  const usual = parseCertificate(await root.issue({ subject: 'phone', publicKey }))
  assert.deepEqual([usual.notBefore, usual.notAfter], [now - 3_600n, now + 31_536_000n])
  const brief = await root.issue({ subject: 'phone', publicKey, notBefore: now, notAfter: now + 60n })
  const anchors = [root.certificate]
  assert.ok(validatePath([brief], { anchors, at: now + 60n }))
  assert.throws(() => validatePath([brief], { anchors, at: now + 61n }), /validity/)
})

test('anchors may be given read already', async () => {
  const random = seededBytes('anchors')
  const root = await createAuthority({ subject: 'a.example', random, now })
  const leaf = await root.issue({ subject: 'phone', publicKey: makeKeyPair('Ed25519', random) })
  const path = validatePath([leaf], { anchors: [parseCertificate(root.certificate)], at: now })
  assert.equal(path.anchorPresented, false)
  assert.deepEqual(path.anchor.der, Uint8Array.from(root.certificate))
  assert.equal(validatePath([leaf, root.certificate], { anchors: [root.certificate], at: now }).anchorPresented, true)
})
