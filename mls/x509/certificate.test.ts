// Certificates read from DER: every member as it was written, and whatever the bytes, a certificate or a rejection.
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { MlsRejection } from '../rejection.ts'
import { makeFamily } from './battery/recipe.ts'
import { parseCertificate } from './certificate.ts'
import { validatePath } from './certificate-path.ts'
import { testWorkshop } from './test-workshop.ts'

const workshop = testWorkshop('certificate')

test('reads what OpenSSL reads', async () => {
  const { account } = await makeFamily(workshop, { algorithm: 'P-256', account: { pathLength: 3 } })
  const own = parseCertificate(account.certificate)
  const theirs = new X509Certificate(account.certificate)
  assert.equal(own.version, 3)
  assert.equal(own.serialNumber, BigInt(`0x${theirs.serialNumber}`))
  assert.equal(own.notBefore, BigInt(Date.parse(theirs.validFrom)) / 1000n)
  assert.equal(own.notAfter, BigInt(Date.parse(theirs.validTo)) / 1000n)
  assert.deepEqual(Buffer.from(own.publicKey.spki), theirs.publicKey.export({ format: 'der', type: 'spki' }))
  assert.deepEqual(own.subject.commonNames, [{ text: 'alice' }])
  assert.deepEqual(own.issuer.commonNames, [{ text: 'a.example' }])
  assert.deepEqual(own.basicConstraints, { isCa: true, pathLength: 3 })
  assert.deepEqual(own.keyUsage, ['keyCertSign', 'cRLSign'])
  assert.deepEqual(
    own.extensions.map(({ id, critical }) => [id, critical]),
    [
      ['2.5.29.19', true],
      ['2.5.29.15', true],
      ['2.5.29.14', false],
      ['2.5.29.35', false],
    ],
  )
})

test('keeps its own copy of the bytes', async () => {
  const { device } = await makeFamily(workshop)
  const bytes = Uint8Array.from(device)
  const certificate = parseCertificate(bytes)
  bytes.fill(0)
  assert.deepEqual(certificate.der, Uint8Array.from(device))
})

test('every changed byte of a leaf is refused, and nothing else is thrown', async () => {
  for (const algorithm of ['Ed25519', 'P-256'] as const) {
    const { chain, anchors, device } = await makeFamily(workshop, { algorithm })
    for (const at of device.keys()) {
      const bad = Uint8Array.from(device, (byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte))
      assertRejected(() => validatePath([bad, ...chain.slice(1)], { anchors, at: workshop.now }), `byte ${at}`)
    }
  }
})

test('bytes cut short, doubled or out of place are refused, and nothing else is thrown', async () => {
  const { device } = await makeFamily(workshop)
  for (const at of device.keys()) {
    assertRejected(() => parseCertificate(device.slice(0, at)), `cut at ${at}`)
    const doubled = Buffer.concat([device.slice(0, at + 1), device.slice(at)])
    assertRejected(() => parseCertificate(doubled), `doubled at ${at}`)
  }
  assertRejected(() => parseCertificate(new Uint8Array(70_000)), 'too long')
  assertRejected(() => parseCertificate(Buffer.alloc(60_000, 0x30)), 'nested')
})

function assertRejected(read: () => unknown, what: string): void {
  assert.throws(read, (error) => {
    assert.ok(error instanceof MlsRejection, `${what}: ${String(error)}`)
    return true
  })
}
