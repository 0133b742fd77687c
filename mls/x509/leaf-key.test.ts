// The key of an MLS leaf against that of its certificate, for every cipher suite in use.
import assert from 'node:assert/strict'
import { ECDH, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { makeSignatureKey } from '../key-package.ts'
import { MlsRejection } from '../rejection.ts'
import { loadSuite, supportedSuites } from '../suite.ts'
import type { spkiOf } from './authority/key-pair.ts'
import { makeFamily } from './battery/recipe.ts'
import { parseCertificate } from './certificate.ts'
import { requireLeafKey, samePublicKey } from './leaf-key.ts'
import { seededBytes, testWorkshop } from './test-workshop.ts'

const workshop = testWorkshop('leaf key')

async function certify(publicKey: Parameters<typeof spkiOf>[0]) {
  return parseCertificate((await makeFamily(workshop, { device: { publicKey } })).device)
}

for (const cipherSuite of supportedSuites)
  test(`suite ${cipherSuite}: the key of the leaf and no other, in that suite's scheme and no other`, async () => {
    const suite = await loadSuite(cipherSuite, seededBytes(`suite ${cipherSuite}`))
    const { publicKey: signatureKey } = await makeSignatureKey(suite)
    const { publicKey: other } = await makeSignatureKey(suite)
    const certificate = await certify({ signatureKey, cipherSuite })
    assert.ok(samePublicKey(certificate, signatureKey, cipherSuite))
    assert.ok(!samePublicKey(certificate, other, cipherSuite))
    assert.ok(!samePublicKey(certificate, signatureKey.slice(1), cipherSuite))
    assert.ok(!samePublicKey(certificate, new Uint8Array(), cipherSuite))
    for (const another of [1, 2, 3, 4, 5, 6, 7, 0xf000])
      assert.equal(
        samePublicKey(certificate, signatureKey, another),
        another === cipherSuite || (another + cipherSuite === 4 && cipherSuite !== 2),
        `suite ${another}`,
      )
  })

test('a point compressed in the certificate is the point, compressed in the leaf it is not', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-65)
  const compressed = Buffer.from(String(ECDH.convertKey(point, 'prime256v1', undefined, 'hex', 'compressed')), 'hex')
  const spki = Buffer.concat([Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex'), compressed])
  const certificate = await certify({ spki })
  assert.ok(samePublicKey(certificate, point, 2))
  assert.ok(!samePublicKey(certificate, compressed, 2))
})

test('no suite has RSA keys', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = await certify({ spki: publicKey.export({ format: 'der', type: 'spki' }) })
  for (const suite of [1, 2, 3, 7]) assert.ok(!samePublicKey(certificate, certificate.publicKey.bits, suite))
})

test('another key is refused by row X5-28', async () => {
  const certificate = await certify(workshop.deviceKey)
  assert.throws(
    () => requireLeafKey(certificate, new Uint8Array(32), 1),
    (error) => error instanceof MlsRejection && error.row === 'X5-28' && error.code === 'invalid-key-package',
  )
})
