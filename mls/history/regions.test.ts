// A length that is changed in a message is a change of the fields whose bounds it moves.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flipped, movedFields } from './regions.test.kit.ts'

/** A Welcome of cipher suite 2 for one client, whose ciphertext reads as a length at the right place. */
function welcome(): Uint8Array {
  const ciphertext = Buffer.alloc(40)
  ciphertext[7] = 32
  const sealed = Buffer.concat([Buffer.of(0x40, 65), Buffer.alloc(65), Buffer.of(40), ciphertext])
  const secrets = Buffer.concat([Buffer.of(32), Buffer.alloc(32), sealed])
  const front = Buffer.of(0, 1, 0, 3, 0, 2, 0x40 | (secrets.length >> 8), secrets.length & 0xff)
  return new Uint8Array(Buffer.concat([front, secrets, Buffer.of(16), Buffer.alloc(16)]))
}

test('a bit of the length of a KEM output moves it and the ciphertext, where what follows still reads as a length', () => {
  const lengthAt = 8 + 33 + 1
  const secrets = 'welcome.secrets.encryptedGroupSecrets'
  assert.deepEqual(movedFields(welcome(), flipped(welcome(), lengthAt, 3)), [
    `${secrets}.kemOutput`,
    `${secrets}.ciphertext`,
  ])
})

test('a change that leaves every field where it was, or that nobody can read, moves none', () => {
  assert.deepEqual(movedFields(welcome(), flipped(welcome(), 5, 0)), [])
  assert.deepEqual(movedFields(welcome(), flipped(welcome(), 7, 6)), [])
})
