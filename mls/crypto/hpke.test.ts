// HPKE on node:crypto against another implementation, and randomness that comes from outside only.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Chacha20Poly1305 } from '@hpke/chacha20poly1305'
import {
  Aes128Gcm,
  Aes256Gcm,
  CipherSuite,
  DhkemP256HkdfSha256,
  DhkemP384HkdfSha384,
  DhkemX25519HkdfSha256,
  HkdfSha256,
  HkdfSha384,
} from '@hpke/core'
import { makeKeyPackage } from '../key-package.ts'
import { type CipherSuiteId, loadSuite, supportedSuites } from '../suite.ts'
import { lifetime, seededRandom } from '../world.test.kit.ts'

const others: Readonly<Record<CipherSuiteId, () => CipherSuite>> = {
  1: () => new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() }),
  2: () => new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() }),
  3: () => new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Chacha20Poly1305() }),
  7: () => new CipherSuite({ kem: new DhkemP384HkdfSha384(), kdf: new HkdfSha384(), aead: new Aes256Gcm() }),
}
const info = buffer('info')
const aad = buffer('aad')
const text = buffer('plaintext')
const context = buffer('context')

for (const id of supportedSuites)
  test(`suite ${id}: seals, opens and exports like @hpke/core, and derives the same keys`, async () => {
    const { hpke } = (await loadSuite(id, seededRandom(`hpke ${id}`))).cipher
    const other = others[id]()
    const ikm = new Uint8Array(48).fill(id)
    const ours = await hpke.deriveKeyPair(ikm)
    const theirs = await other.kem.deriveKeyPair(ikm.buffer)
    const publicKey = await hpke.exportPublicKey(ours.publicKey)
    assert.deepEqual(publicKey, new Uint8Array(await other.kem.serializePublicKey(theirs.publicKey)))

    const { enc, ct } = await hpke.seal(ours.publicKey, new Uint8Array(text), new Uint8Array(info), new Uint8Array(aad))
    const recipient = { recipientKey: theirs.privateKey, enc: exact(enc), info }
    assert.deepEqual(new Uint8Array(await other.open(recipient, exact(ct), aad)), new Uint8Array(text))

    const sealed = await other.seal({ recipientPublicKey: theirs.publicKey, info }, text, aad)
    const [kem, data] = [new Uint8Array(sealed.enc), new Uint8Array(sealed.ct)]
    const opened = await hpke.open(ours.privateKey, kem, data, new Uint8Array(info), new Uint8Array(aad))
    assert.deepEqual(opened, new Uint8Array(text))
    await assert.rejects(hpke.open(ours.privateKey, kem, data, new Uint8Array(info), new Uint8Array()))

    const none = new Uint8Array()
    const exported = await hpke.exportSecret(ours.publicKey, new Uint8Array(context), 32, none)
    const receiver = await other.createRecipientContext({ recipientKey: theirs.privateKey, enc: exact(exported.enc) })
    assert.deepEqual(exported.secret, new Uint8Array(await receiver.export(context, 32)))
    const again = await hpke.importSecret(ours.privateKey, new Uint8Array(context), exported.enc, 32, none)
    assert.deepEqual(again, exported.secret)
  })

test('the same random bytes give the same key package, byte by byte, where signatures are Ed25519', async () => {
  const make = async () => {
    const suite = await loadSuite(1, seededRandom('twice'))
    return (await makeKeyPackage({ identity: Uint8Array.of(1), suite, lifetime })).message
  }
  assert.deepEqual(await make(), await make())
})

function buffer(of: string): ArrayBuffer {
  return exact(new TextEncoder().encode(of))
}

function exact(of: Uint8Array): ArrayBuffer {
  return new Uint8Array(of).buffer
}
