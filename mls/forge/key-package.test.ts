import { before, test } from 'node:test'
import { forgeKeyPackage, type KeyPackageFlaw } from '../forge.ts'
import { validateKeyPackage } from '../public-group.ts'
import { now, packageOf, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, nameOf, refusedOnlyBy } from './refused.test.kit.ts'

let world: World

before(async () => {
  world = await makeTarget()
})

const keyPackages: readonly (Case & { readonly flaw: KeyPackageFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'KP-B3', code: 'invalid-key-package' },
  { flaw: { kind: 'bad-leaf-signature' }, row: 'LN-02', code: 'invalid-key-package' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'no-mls-message' }, row: 'FR-02', code: 'malformed', stays: 'it cannot be decoded' },
  { flaw: { kind: 'non-minimal-length' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'lifetime', notBefore: now - 9n, notAfter: now - 1n }, row: 'LN-05', code: 'invalid-key-package' },
  { flaw: { kind: 'lifetime', notBefore: now + 1n, notAfter: now + 9n }, row: 'LN-05', code: 'invalid-key-package' },
  { flaw: { kind: 'suite', cipherSuite: 3 }, row: 'KP-B1', code: 'invalid-key-package', stays: 'LN-12 as well' },
  {
    flaw: { kind: 'leaf-source', source: 'update' },
    row: 'LN-08',
    code: 'invalid-key-package',
    stays: 'there is no lifetime to store',
  },
  { flaw: { kind: 'init-key-is-encryption-key' }, row: 'KP-B4', code: 'invalid-key-package' },
  { flaw: { kind: 'short-init-key' }, row: 'KP-B5', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'suite' }, row: 'LN-12', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'version' }, row: 'LN-12', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'credential' }, row: 'LN-07', code: 'invalid-key-package' },
  { flaw: { kind: 'x509-credential', certificates: [Uint8Array.of(1)] }, row: 'LN-01', code: 'invalid-key-package' },
  { flaw: { kind: 'unlisted-leaf-extension' }, row: 'LN-07', code: 'invalid-key-package' },
  { flaw: { kind: 'repeated-leaf-extension' }, row: 'LN-14', code: 'invalid-key-package' },
  { flaw: { kind: 'repeated-extension' }, row: 'LN-14', code: 'invalid-key-package' },
  { flaw: { kind: 'init-key', key: new Uint8Array(32) }, row: 'KP-B5', code: 'invalid-key-package' },
  { flaw: { kind: 'encryption-key', key: new Uint8Array(32) }, row: 'KP-B5', code: 'invalid-key-package' },
  { flaw: { kind: 'package-version', version: 2 }, row: 'KP-B1', code: 'invalid-key-package' },
]

for (const { flaw, ...expected } of keyPackages)
  test(`key package with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const message = await forgeKeyPackage(await packageOf(world, 'mallory'), flaw)
    const expect = { cipherSuite: 1, protocolVersion: 1 }
    await refusedOnlyBy(world, expected, (rules) => validateKeyPackage(message, expect, rules))
  })

test('key package signed by another key is refused by KP-B3, its leaf by LN-02', async () => {
  const own = await packageOf(world, 'mallory')
  const { signatureKey: key } = await packageOf(world, 'zoe')
  const expect = { cipherSuite: 1, protocolVersion: 1 }
  const code = 'invalid-key-package'
  for (const [kind, row] of [
    ['signed-by', 'KP-B3'],
    ['leaf-signed-by', 'LN-02'],
  ] as const) {
    const message = await forgeKeyPackage(own, { kind, key })
    await refusedOnlyBy(world, { row, code }, (rules) => validateKeyPackage(message, expect, rules))
  }
  await validateKeyPackage(await forgeKeyPackage(own, { kind: 'signature-key', key }), expect, world.rules)
})

test('key packages that list more than they need, or carry a listed extension, are valid', async () => {
  const own = await packageOf(world, 'mallory')
  const grease = [0x0a0a, 0xeaea]
  const listed: KeyPackageFlaw[] = [
    { kind: 'capabilities-with', suites: grease, extensions: grease, proposals: grease, credentials: grease },
    { kind: 'capabilities-with', extensions: [1, 2, 3, 4, 5], proposals: [1, 2, 3, 4, 5, 6, 7] },
    { kind: 'listed-leaf-extension', extensionType: 0x0a0a },
    { kind: 'capabilities-without-type', of: 'extensions', type: 0x000a },
  ]
  for (const flaw of listed) {
    const message = await forgeKeyPackage(own, flaw)
    await validateKeyPackage(message, { cipherSuite: 1, protocolVersion: 1 }, world.rules)
  }
})
