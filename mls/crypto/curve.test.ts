// Which bytes are public keys: points with which some secret can be agreed; X25519 has encodings of points with which none can.
import assert from 'node:assert/strict'
import { diffieHellman } from 'node:crypto'
import { test } from 'node:test'
import { forgeKeyPackage } from '../forge.ts'
import { validateKeyPackage } from '../public-group.ts'
import { makeWorld, packageOf, seededRandom } from '../world.test.kit.ts'
import { curves, okpPrivateKey, okpPublicKey } from './curve.ts'

const { x25519 } = curves
const prime = 2n ** 255n - 19n
/** Whichever bit 255 they are sent with. */
const lowOrder = [
  ...[0n, 1n, prime - 1n, prime, prime + 1n],
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
].flatMap((u) => [u, u + 2n ** 255n])

function octetsOf(u: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(u.toString(16).padStart(64, '0'), 'hex')).reverse()
}

test('X25519: with each of the fourteen encodings of a point of low order no private key agrees on a secret, and it is no key', () => {
  const random = seededRandom('scalars')
  assert.equal(new Set(lowOrder).size, 14)
  for (const u of lowOrder) {
    const raw = octetsOf(u)
    for (let tried = 0; tried < 8; tried++) {
      const keys = { privateKey: okpPrivateKey('X25519', random(32)), publicKey: okpPublicKey('X25519', raw) }
      assert.throws(() => diffieHellman(keys), u.toString(16))
    }
    assert.equal(x25519.isPublicKey(raw), false, u.toString(16))
  }
})

test('X25519: the neighbours of these points, every other encoding over the prime, and real keys are keys', () => {
  const random = seededRandom('neighbours')
  const near = lowOrder.flatMap((u) => [u - 1n, u + 1n, u + 2n])
  const overPrime = Array.from({ length: 17 }, (_, at) => prime + 2n + BigInt(at))
  const good = [...near, ...overPrime].filter((u) => u > 0n && u < 2n ** 256n && !lowOrder.includes(u)).map(octetsOf)
  for (const raw of [...good, x25519.publicKey(random(32)), x25519.publicKey(random(32))]) {
    assert.equal(x25519.isPublicKey(raw), true, Buffer.from(raw).toString('hex'))
    diffieHellman({ privateKey: okpPrivateKey('X25519', random(32)), publicKey: okpPublicKey('X25519', raw) })
  }
  for (const length of [0, 31, 33]) assert.equal(x25519.isPublicKey(random(length)), false)
})

test('init keys and encryption keys of low order are refused by KP-B5', async () => {
  const world = await makeWorld(1)
  const own = await packageOf(world, 'zoe')
  for (const key of lowOrder.map(octetsOf))
    for (const kind of ['init-key', 'encryption-key'] as const)
      await assert.rejects(
        validateKeyPackage(
          await forgeKeyPackage(own, { kind, key }),
          { cipherSuite: 1, protocolVersion: 1 },
          world.rules,
        ),
        { row: 'KP-B5', code: 'invalid-key-package' },
      )
})
