// Signatures that were verified before: the memory of them lets nothing pass that the first check would refuse.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../world.test.kit.ts'
import { makeSigning } from './signature.ts'

const message = new TextEncoder().encode('a message')
const schemes = ['ed25519', 'P-256', 'P-384'] as const

for (const scheme of schemes)
  test(`${scheme}: a good signature stays good, and nothing near it becomes good`, () => {
    const { keygen, sign, verify } = makeSigning(scheme, seededRandom(scheme))
    const [own, stranger] = [keygen(), keygen()]
    const signature = sign(own.signKey, message)
    for (let times = 0; times < 3; times++) {
      assert.equal(verify(own.publicKey, message, signature), true)
      assert.equal(verify(stranger.publicKey, message, signature), false)
      for (let at = 0; at < signature.length; at += 7)
        assert.equal(verify(own.publicKey, message, flipped(signature, at)), false, `signature, octet ${at}`)
      for (let at = 0; at < message.length; at++)
        assert.equal(verify(own.publicKey, flipped(message, at), signature), false, `message, octet ${at}`)
      assert.equal(verify(own.publicKey, Uint8Array.of(...message, ...signature), new Uint8Array()), false)
    }
  })

test('what one gateway verified, the next of the process knows; another scheme does not', () => {
  const { keygen, sign, verify } = makeSigning('ed25519', seededRandom('one gateway'))
  const { publicKey, signKey } = keygen()
  const signature = sign(signKey, message)
  assert.equal(verify(publicKey, message, signature), true)
  assert.equal(makeSigning('ed25519', seededRandom('the next')).verify(publicKey, message, signature), true)
  for (const scheme of ['P-256', 'P-384'] as const)
    assert.equal(makeSigning(scheme, seededRandom('another scheme')).verify(publicKey, message, signature), false)
})

test('an Ed25519 signature is the same each time and a copy each time; an ECDSA signature draws anew', () => {
  const signing = makeSigning('ed25519', seededRandom('repeated'))
  const { signKey } = signing.keygen()
  const first = signing.sign(signKey, message)
  const kept = first.slice()
  first.fill(0)
  assert.deepEqual(signing.sign(signKey, message), kept)

  const ecdsa = makeSigning('P-256', seededRandom('repeated'))
  const own = ecdsa.keygen()
  assert.notDeepEqual(ecdsa.sign(own.signKey, message), ecdsa.sign(own.signKey, message))
})

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}
